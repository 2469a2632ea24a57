import { type Sentences, say } from '../../kernel/sentences.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  everyone,
  get,
  type Handler,
  post,
  type RequestContext,
  type Route,
  readForm,
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { activityById } from './activity-store.ts'
import { standingCheckIn } from './check-in-store.ts'
import { words } from './messages.ts'
import { ticketCancelPath, ticketHeadsPath, ticketPath } from './paths.ts'
import { type ChangeRefusal, headsOf } from './seats.ts'
import { changeHeads, giveUp } from './sign-up-acts.ts'
import { fieldOf, parseHeads } from './sign-up-form.ts'
import { signUpByTicket, waitingAt } from './sign-up-store.ts'
import { readTicket } from './ticket.ts'
import { TicketPage, type TicketView } from './ticket-page.tsx'
import { describe } from './view.ts'

/** What a group that signed up sees and does: whoever has the address is believed. */
export function ticketRoutes(world: World, site: Site): Route[] {
  const db = world.database

  /** The page is for those who hold its address, and for nobody's cache; its end is a secret, so no log keeps it. */
  const atTicket =
    (answer: (c: RequestContext, ticket: TicketView) => Promise<Response>): Handler =>
    async c => {
      c.set('loggedPath', ticketPath('…'))
      c.header('Cache-Control', 'no-store')
      c.header('X-Robots-Tag', 'noindex')
      const secret = readTicket(c.req.param('ticket') ?? '')
      const signUp = secret === null ? null : await signUpByTicket(db, secret)
      const activity = signUp && (await activityById(db, signUp.activity))
      if (signUp === null || activity === null) return c.notFound()
      const [view] = await describe(db, [activity], c.var.lang, c.var.now)
      if (view === undefined) return c.notFound()
      const checkIn = await standingCheckIn(db, signUp.id)
      const waiting = signUp.state === 'waiting' ? await waitingAt(db, activity.id) : []
      const ahead = waiting.slice(
        0,
        waiting.findIndex(({ id }) => id === signUp.id),
      )
      return answer(c, {
        view,
        signUp,
        before: ahead.reduce((sum, group) => sum + headsOf(group), 0),
        here: checkIn && headsOf(checkIn),
        over: activity.state === 'held' || c.var.now >= activity.startsAt,
      })
    }

  interface Shown {
    readonly done?: string | null
    readonly refused?: readonly string[]
    readonly form?: FormState
    readonly acts?: { readonly heads: string; readonly cancel: string }
  }
  const page = (c: RequestContext, ticket: TicketView, shown: Shown) =>
    TicketPage({
      frame: site.frame(c),
      ticket,
      done: null,
      refused: [],
      form: emptyForm,
      acts: { heads: newId(), cancel: newId() },
      ...shown,
    })

  const show = atTicket(async (c, ticket) => {
    const text = words(c.var.lang)
    const said = readQuery(c).text('xong')
    const sentences: Readonly<Record<string, string>> = {
      'so-nguoi': text.changed,
      bo: text.gaveUp,
      'da-ghi': text.alreadyYours,
    }
    const gone = ticket.signUp.state === 'cancelled'
    return c.html(page(c, ticket, { done: gone === (said === 'bo') ? (sentences[said] ?? null) : null }))
  })

  const refusedWith = (c: RequestContext, problems: readonly ChangeRefusal[]): string[] => {
    const sentences: Sentences<ChangeRefusal> = words(c.var.lang).changeRefusals
    return problems.map(problem => say(sentences, problem))
  }

  const takeHeads = atTicket(async (c, ticket) => {
    const form = await readForm(c)
    const act = actOf(form)
    const acts = { heads: act, cancel: newId() }
    const heads = parseHeads(form)
    if (!heads.ok) {
      const text = words(c.var.lang)
      const errors = heads.problems.map(problem => ({ field: fieldOf(problem), text: say(text.problems, problem) }))
      return c.html(page(c, ticket, { form: { typed: form.typed, errors }, acts }), 422)
    }
    const { signUp, view } = ticket
    const { institution } = view.activity
    const result = await changeHeads(world, { act, signUp, institution, now: c.var.now, ...heads.value })
    if (result.ok) return c.redirect(`${ticketPath(signUp.ticket)}?xong=so-nguoi`, 303)
    const kept = { typed: form.typed, errors: [] }
    return c.html(page(c, ticket, { refused: refusedWith(c, result.problems), form: kept, acts }), 422)
  })

  const takeCancel = atTicket(async (c, ticket) => {
    const form = await readForm(c)
    const act = actOf(form)
    const { signUp, view } = ticket
    const result = await giveUp(world, { act, signUp, institution: view.activity.institution, now: c.var.now })
    if (result.ok) return c.redirect(`${ticketPath(signUp.ticket)}?xong=bo`, 303)
    const acts = { heads: newId(), cancel: act }
    return c.html(page(c, ticket, { refused: refusedWith(c, result.problems), acts }), 422)
  })

  return [
    get(ticketPath(':ticket'), everyone, show),
    post(ticketHeadsPath(':ticket'), everyone, takeHeads),
    post(ticketCancelPath(':ticket'), everyone, takeCancel),
  ]
}
