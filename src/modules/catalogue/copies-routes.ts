import { textIn } from '../../kernel/localized-text.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { mayAt } from '../../kernel/viewer.ts'
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
  readQuery,
  type Where,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FieldError, type FormState, type Site } from '../../site/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { searchPaths } from '../search/index.ts'
import { addCopies, type CopiesRefusal } from './add-copies.ts'
import { cataloguingPlaces, placeNamed } from './cataloguing-places.ts'
import { cataloguingSentence } from './cataloguing-words.ts'
import { type CopyRefusal, changeCopy, isGiven, withdrawalReasons, withdrawCopy } from './change-copy.ts'
import { copiesNames, fieldOfCopiesProblem, placeProblems, readCopies } from './copies-form.ts'
import { CopiesPage, isDone } from './copies-page.tsx'
import { CopyPage } from './copy-page.tsx'
import { shownTitle } from './describe.ts'
import { editionById, type KeptEdition } from './grouping-store.ts'
import { itemById, itemsOfEditions, type KeptItem } from './item-store.ts'
import { cataloguingPaths } from './paths.ts'

/** The copies of an edition and each of them: adding, changing, withdrawing. */
export function copiesRoutes(world: World, site: Site): Route[] {
  const db = world.database

  const namesOf = async (c: RequestContext, ids: readonly string[]): Promise<Map<string, string>> => {
    const found = await institutionsByIds(db, [...new Set(ids)])
    return new Map(found.map(({ id, name }) => [id, textIn(name, c.var.lang).text]))
  }
  const doneOf = (c: RequestContext) => {
    const done = readQuery(c).text('xong')
    return isDone(done) ? done : null
  }
  const editionNamed = async (id: string): Promise<KeptEdition | null> => (isUuid(id) ? editionById(db, id) : null)

  const show = async (
    c: RequestContext,
    edition: KeptEdition,
    form: FormState,
    act: string,
    status: 200 | 403 | 422,
  ) => {
    const { viewer, lang, now } = c.var
    const all = await itemsOfEditions(db, [edition.id])
    const copies = all.filter(item => mayAt(viewer, 'catalogue', item.owner))
    return c.html(
      CopiesPage({
        frame: site.staffFrame(c, null),
        edition,
        copies,
        nameOf: await namesOf(
          c,
          copies.map(item => item.owner),
        ),
        places: await cataloguingPlaces(db, viewer, lang, now),
        correctable: mayAt(viewer, 'catalogue', edition.owner),
        form,
        act,
        done: status === 200 ? doneOf(c) : null,
      }),
      status,
    )
  }

  const list: Handler = async c => {
    const edition = await editionNamed(readQuery(c).text('an-pham'))
    if (edition !== null) return show(c, edition, emptyForm, newId(), 200)
    // Nobody comes here without an edition but by an address cut short: a book is chosen by searching for it.
    return readQuery(c).has('an-pham') ? c.notFound() : c.redirect(`${searchPaths.search}?loai=work`, 303)
  }

  const add: Handler = async c => {
    const form = await readForm(c)
    const edition = await editionNamed(form.text('an-pham'))
    if (edition === null) return c.notFound()
    const { lang, viewer } = c.var
    const act = actOf(form)
    const place = await placeNamed(db, viewer, form.text('noi'))
    const { copies, problems } = readCopies(form, true)
    const errorOf = (problem: CopiesRefusal): FieldError => {
      const inForm = problem.code !== 'barcode-taken' && problem.code !== 'edition-gone'
      return {
        field: inForm ? fieldOfCopiesProblem(problem) : copiesNames.numbers,
        text: cataloguingSentence(problem, lang),
      }
    }
    const errors = problems.map(errorOf)
    if (!('id' in place)) {
      const named = [{ field: 'noi', text: cataloguingSentence(place, lang) }, ...errors]
      return show(c, edition, { typed: form.typed, errors: named }, act, place.code === 'not-yours' ? 403 : 422)
    }
    if (errors.length > 0) return show(c, edition, { typed: form.typed, errors }, act, 422)
    const asked = { act, by: viewer.person, institution: place.id, edition: edition.id, copies }
    const added = await addCopies(world, asked)
    if (added.ok) return c.redirect(`${cataloguingPaths.copiesOf(edition.id)}&xong=ban`, 303)
    return show(c, edition, { typed: form.typed, errors: added.problems.map(errorOf) }, act, 422)
  }

  const itemAt = async (c: RequestContext): Promise<KeptItem | null> => {
    const id = c.req.param('item') ?? ''
    return isUuid(id) ? itemById(db, id) : null
  }
  const ofItem: Where = async c => (await itemAt(c))?.owner ?? null

  const showCopy = async (c: RequestContext, item: KeptItem, form: FormState, status: 200 | 409 | 422) => {
    const edition = await editionById(db, item.edition)
    return c.html(
      CopyPage({
        frame: site.staffFrame(c, null),
        item,
        title: shownTitle(edition?.facts.title ?? [], edition?.facts.volume ?? null, c.var.lang),
        place: (await namesOf(c, [item.owner])).get(item.owner) ?? '',
        form,
        acts: { change: newId(), withdraw: newId() },
        done: status === 200 ? doneOf(c) : null,
      }),
      status,
    )
  }

  const openCopy: Handler = async c => {
    const item = await itemAt(c)
    return item === null ? c.notFound() : showCopy(c, item, emptyForm, 200)
  }

  const refuseCopy = async (c: RequestContext, item: KeptItem, typed: FormState['typed'], problem: CopyRefusal) => {
    const field = problem.code === 'copy-out' && typed['tinh-trang'] !== undefined ? 'tinh-trang' : 'ly-do'
    const latest = (await itemById(db, item.id)) ?? item
    // Of a copy that is gone the page itself says so; there is no field to lead to.
    const errors = latest.isWithdrawn ? [] : [{ field, text: cataloguingSentence(problem, c.var.lang) }]
    return showCopy(c, latest, { typed, errors }, problem.code === 'no-reason' ? 422 : 409)
  }

  const change: Handler = async c => {
    const item = await itemAt(c)
    if (item === null) return c.notFound()
    const form = await readForm(c)
    const status = form.text('tinh-trang')
    const place = {
      callNumber: form.text(copiesNames.callNumber) || null,
      location: form.text(copiesNames.location) || null,
    }
    const errors = placeProblems(place).map(problem => ({
      field: fieldOfCopiesProblem(problem),
      text: cataloguingSentence(problem, c.var.lang),
    }))
    if (errors.length > 0) return showCopy(c, item, { typed: form.typed, errors }, 422)
    const by = c.var.viewer.person
    const asked = { act: actOf(form), by, institution: item.owner, item: item.id, ...place }
    const changed = await changeCopy(world, { ...asked, status: isGiven(status) ? status : null })
    if (changed.ok) return c.redirect(`${cataloguingPaths.copy(item.id)}?xong=luu`, 303)
    const [problem = { code: 'copy-gone' as const }] = changed.problems
    return refuseCopy(c, item, form.typed, problem)
  }

  const withdraw: Handler = async c => {
    const item = await itemAt(c)
    if (item === null) return c.notFound()
    const form = await readForm(c)
    const reason = withdrawalReasons.find(one => one === form.text('ly-do'))
    if (reason === undefined) return refuseCopy(c, item, form.typed, { code: 'no-reason' })
    const by = c.var.viewer.person
    const asked = { act: actOf(form), by, institution: item.owner, item: item.id, reason }
    const withdrawn = await withdrawCopy(world, asked)
    if (withdrawn.ok) return c.redirect(`${cataloguingPaths.copiesOf(item.edition)}&xong=rut`, 303)
    const [problem = { code: 'copy-gone' as const }] = withdrawn.problems
    return refuseCopy(c, item, form.typed, problem)
  }

  const owner = may('catalogue', ofItem)
  return [
    get(cataloguingPaths.copies, may('catalogue', 'some'), list),
    post(cataloguingPaths.copies, may('catalogue', 'some'), add),
    get(cataloguingPaths.copy(':item'), owner, openCopy),
    post(cataloguingPaths.copy(':item'), owner, change),
    post(cataloguingPaths.withdrawCopy(':item'), owner, withdraw),
  ]
}
