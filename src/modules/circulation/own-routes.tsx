import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { accountPath } from '../people/index.ts'
import type { Given } from './at-desk.ts'
import { loanSentence, words } from './messages.ts'
import { OwnLoansPage } from './own-loans.tsx'
import { loanOf } from './own-store.ts'
import { type OwnLine, ownLines } from './own-view.ts'
import { ownLoansAt } from './paths.ts'
import { renewOwn } from './renew-own.ts'

/** Handlers behind `signedIn` have a person; anything else is a bug of the routes. */
function reader(c: RequestContext): string {
  const { person } = c.var.viewer
  if (person === null) throw new Error('this route needs somebody signed in')
  return person
}

interface Shown {
  /** The loan that was just renewed. */
  readonly renewed?: string
  /** The loan that was not, and why. */
  readonly refused?: { readonly loan: string; readonly reasons: readonly string[] }
}

async function ownLoansPage({ world, site }: Given, c: RequestContext, shown: Shown) {
  const { lang, now } = c.var
  const { open, returned } = await ownLines(world.database, reader(c), now, lang)
  const of = (loan: string): OwnLine | undefined => [...open, ...returned].find(line => line.loan === loan)
  const renewed = shown.renewed === undefined ? undefined : of(shown.renewed)
  const { refused } = shown
  return (
    <OwnLoansPage
      frame={site.frame(c)}
      lang={lang}
      account={{ href: accountPath, label: words(lang).account }}
      loans={open}
      newAct={newId}
      {...(renewed === undefined || renewed.renewals === 0 ? {} : { renewed })}
      {...(refused === undefined
        ? {}
        : { refused: { title: of(refused.loan)?.title ?? '', reasons: refused.reasons } })}
    />
  )
}

export const showOwnLoans = async (given: Given, c: RequestContext) =>
  c.html(await ownLoansPage(given, c, { renewed: readQuery(c).text('vua') }))

export async function takeOwnRenewal(given: Given, c: RequestContext) {
  const id = c.req.param('loan') ?? ''
  const loan = isUuid(id) ? await loanOf(given.world.database, id, reader(c)) : null
  if (loan === null) return c.notFound()
  const act = actOf(await readForm(c))
  const { institution } = loan
  const done = await renewOwn(given.world, { act, person: reader(c), loan: id, institution, now: c.var.now })
  if (done.ok) return c.redirect(ownLoansAt(id), 303)
  const reasons = done.problems.flatMap(problem =>
    problem.code === 'turn-over' ? [] : [loanSentence(problem, c.var.lang)],
  )
  return c.html(await ownLoansPage(given, c, { refused: { loan: id, reasons } }), 422)
}
