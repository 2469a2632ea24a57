import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  get,
  type Handler,
  may,
  post,
  type RequestContext,
  type Route,
  readForm,
  type Where,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { type Book, bookFields, bookOf, changesBetween } from './book.ts'
import { bookNames, bookProblems, fieldOfProblem, parseShown, readBook } from './book-form.ts'
import { cataloguingSentence, notWritableSentence } from './cataloguing-words.ts'
import { correctEdition } from './correct-edition.ts'
import { CorrectPage } from './correct-page.tsx'
import { editionById, type KeptEdition } from './grouping-store.ts'
import { cataloguingPaths, workPath } from './paths.ts'

/** The edition that an address names, and who owns its record. */
export function editionAt({ database: db }: World) {
  const edition = async (c: RequestContext): Promise<KeptEdition | null> => {
    const id = c.req.param('edition') ?? ''
    return isUuid(id) ? editionById(db, id) : null
  }
  const owner: Where = async c => (await edition(c))?.owner ?? null
  return { edition, owner }
}

const typedOf = (book: Book): Record<string, string> =>
  Object.fromEntries(bookFields.map(field => [bookNames[field], book[field]]))

/** What a person typed laid over what the record says now: fields that they left alone show the newest. */
const merged = (now: Book, shown: Book, typed: Book): Record<string, string> =>
  typedOf(
    Object.fromEntries(
      bookFields.map(field => [field, typed[field] === shown[field] ? now[field] : typed[field]]),
    ) as Book,
  )

/** Correcting what an edition's record says. */
export function correctRoutes(world: World, site: Site): Route[] {
  const at = editionAt(world)

  const show = (
    c: RequestContext,
    edition: KeptEdition,
    { form, act, notices, book }: { form: FormState; act: string; notices: readonly string[]; book?: Book },
    status: 200 | 409 | 422,
  ) =>
    c.html(
      CorrectPage({
        frame: site.staffFrame(c, null),
        edition,
        book: book ?? bookOf(edition.facts),
        form,
        act,
        notices,
      }),
      status,
    )

  const open: Handler = async c => {
    const edition = await at.edition(c)
    return edition === null ? c.notFound() : show(c, edition, { form: emptyForm, act: newId(), notices: [] }, 200)
  }

  const save: Handler = async c => {
    const edition = await at.edition(c)
    if (edition === null) return c.notFound()
    const { lang, viewer } = c.var
    const form = await readForm(c)
    const act = actOf(form)
    const shown = parseShown(form.text('da-hien')) ?? bookOf(edition.facts)
    const typed = readBook(form, shown)
    const errors = bookProblems(typed, shown.title !== '').map(problem => ({
      field: fieldOfProblem(problem),
      text: cataloguingSentence(problem, lang),
    }))
    if (errors.length > 0)
      return show(c, edition, { form: { typed: form.typed, errors }, act, notices: [], book: shown }, 422)
    if (Object.keys(changesBetween(shown, typed)).length === 0) return c.redirect(workPath(edition.work), 303)
    const asked = { act, by: viewer.person, institution: edition.owner, edition: edition.id, shown, typed }
    const corrected = await correctEdition(world, asked)
    if (corrected.ok) return c.redirect(`${cataloguingPaths.copiesOf(edition.id)}&xong=sua`, 303)
    const notices = corrected.problems.map(problem =>
      problem.code === 'not-writable' ? notWritableSentence(problem.reasons, lang) : cataloguingSentence(problem, lang),
    )
    const status = corrected.problems.some(({ code }) => code === 'changed-meanwhile') ? 409 : 422
    const latest = (await at.edition(c)) ?? edition
    const kept = { typed: merged(bookOf(latest.facts), shown, typed), errors: [] }
    return show(c, latest, { form: kept, act, notices }, status)
  }

  const owner = may('catalogue', at.owner)
  const pattern = cataloguingPaths.correct(':edition')
  return [get(pattern, owner, open), post(pattern, owner, save)]
}
