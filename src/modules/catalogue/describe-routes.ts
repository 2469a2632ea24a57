import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  type Form,
  get,
  type Handler,
  may,
  post,
  type RequestContext,
  type Route,
  readForm,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FieldError, type FormState, type Site } from '../../site/index.ts'
import { institutionById } from '../institutions/index.ts'
import { bookNames, bookProblems, fieldOfProblem, readBook } from './book-form.ts'
import { cataloguingPlaces, placeNamed } from './cataloguing-places.ts'
import { cataloguingSentence, cataloguingWords, notWritableSentence } from './cataloguing-words.ts'
import { copiesNames, fieldOfCopiesProblem, readCopies } from './copies-form.ts'
import { shownTitle } from './describe.ts'
import { type AlreadyThere, type DescribeRefusal, describeEdition, type Judgement } from './describe-edition.ts'
import { DescribePage, type LookAlike } from './describe-page.tsx'
import { editionById } from './grouping-store.ts'
import { itemsOfEditions } from './item-store.ts'
import { cataloguingPaths } from './paths.ts'

function judgementOf(form: Form): Judgement {
  const edition = form.text('giong')
  const said = form.text('xet')
  if (!isUuid(edition) || (said !== 'them' && said !== 'khac')) return { kind: 'none' }
  return { kind: said === 'them' ? 'same' : 'another', edition }
}

/** Entering a book by hand. */
export function describeRoutes(world: World, site: Site): Route[] {
  const db = world.database

  const lookAlike = async (c: RequestContext, there: AlreadyThere): Promise<LookAlike | null> => {
    const { lang } = c.var
    const edition = await editionById(db, there.edition)
    if (edition === null) return null
    const { facts } = edition
    const owner = await institutionById(db, edition.owner)
    const people = facts.people.map(person => person.name).slice(0, 3)
    return {
      edition: edition.id,
      work: edition.work,
      title: shownTitle(facts.title, facts.volume, lang),
      line: [...people, facts.publicationPlace, facts.publisher, facts.date ?? facts.year].filter(Boolean).join(', '),
      owner: owner === null ? '' : textIn(owner.name, lang).text,
      copies: (await itemsOfEditions(db, [edition.id])).length,
      reason: say(cataloguingWords(lang).reasons, there.reason),
    }
  }

  const show = async (
    c: RequestContext,
    form: FormState,
    act: string,
    alike: LookAlike | null,
    status: 200 | 403 | 409 | 422,
  ) => {
    const places = await cataloguingPlaces(db, c.var.viewer, c.var.lang, c.var.now)
    return c.html(DescribePage({ frame: site.staffFrame(c, null), places, form, act, alike }), status)
  }

  const save: Handler = async c => {
    const { lang, viewer } = c.var
    const form = await readForm(c)
    const act = actOf(form)
    const place = await placeNamed(db, viewer, form.text('noi'))
    const book = readBook(form)
    const judgement = judgementOf(form)
    const { copies, problems } = readCopies(form, false)
    const errors: FieldError[] = [
      ...('id' in place ? [] : [{ field: 'noi', text: cataloguingSentence(place, lang) }]),
      ...bookProblems(book, true).map(problem => ({
        field: fieldOfProblem(problem),
        text: cataloguingSentence(problem, lang),
      })),
      ...problems.map(problem => ({ field: fieldOfCopiesProblem(problem), text: cataloguingSentence(problem, lang) })),
    ]
    const typed = { ...form.typed, xet: '', giong: '' }
    if (!('id' in place) || errors.length > 0) {
      const status = !('id' in place) && place.code === 'not-yours' ? 403 : 422
      return show(c, { typed, errors }, act, null, status)
    }
    const described = await describeEdition(world, {
      act,
      by: viewer.person,
      institution: place,
      book,
      copies,
      judgement,
    })
    if (described.ok) return c.redirect(`${cataloguingPaths.copiesOf(described.value.edition)}&xong=ghi`, 303)
    const there = described.problems.find(problem => problem.code === 'already-there')
    const alike = there === undefined ? null : await lookAlike(c, there)
    const more = described.problems.flatMap(problem => errorOf(problem, c))
    const unjudged = { field: 'xet', text: cataloguingSentence({ code: 'no-judgement' }, lang) }
    const shown = alike !== null && form.text('giong') === alike.edition ? [unjudged, ...more] : more
    return show(c, { typed, errors: shown }, act, alike, alike === null ? 422 : 409)
  }

  const errorOf = (problem: DescribeRefusal, c: RequestContext): FieldError[] => {
    const { lang } = c.var
    if (problem.code === 'already-there') return []
    if (problem.code === 'not-writable')
      return [{ field: bookNames.title, text: notWritableSentence(problem.reasons, lang) }]
    const field = problem.code === 'edition-gone' ? bookNames.title : copiesNames.numbers
    return [{ field, text: cataloguingSentence(problem, lang) }]
  }

  const somewhere = may('catalogue', 'some')
  return [
    get(cataloguingPaths.describe, somewhere, c => show(c, emptyForm, newId(), null, 200)),
    post(cataloguingPaths.describe, somewhere, save),
  ]
}
