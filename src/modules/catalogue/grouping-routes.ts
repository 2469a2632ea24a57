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
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { cataloguingSentence } from './cataloguing-words.ts'
import { editionAt } from './correct-routes.ts'
import { editionsOfWorks } from './edition-store.ts'
import { type GroupRefusal, joinEdition, splitEdition } from './group-editions.ts'
import { GroupingPage } from './grouping-page.tsx'
import type { KeptEdition } from './grouping-store.ts'
import { groupingOf, worksLike } from './grouping-view.ts'
import { cataloguingPaths } from './paths.ts'

/** The work that somebody means by the address of its page, by its id, or by a line with either in it. */
const workIn = (text: string): string | null =>
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i.exec(text)?.[0].toLowerCase() ?? null

/** Which editions are one work: looking at it, splitting, joining. */
export function groupingRoutes(world: World, site: Site): Route[] {
  const db = world.database
  const at = editionAt(world)

  const show = async (c: RequestContext, edition: KeptEdition, form: FormState, status: 200 | 409 | 422) => {
    const together = await editionsOfWorks(db, [edition.work])
    const query = readQuery(c)
    const what = (['tach', 'ghep'] as const).find(one => one === query.text('xong'))
    const from = query.text('tu')
    return c.html(
      GroupingPage({
        frame: site.staffFrame(c, null),
        edition,
        together,
        groupedBy: await groupingOf(db, together),
        candidates: await worksLike(db, edition),
        form,
        acts: { split: newId(), join: newId(), undo: newId() },
        done: what === undefined || status !== 200 ? null : { what, from: isUuid(from) ? from : null },
      }),
      status,
    )
  }

  const open: Handler = async c => {
    const edition = await at.edition(c)
    return edition === null ? c.notFound() : show(c, edition, emptyForm, 200)
  }

  const refuse = async (c: RequestContext, edition: KeptEdition, typed: FormState['typed'], problem: GroupRefusal) => {
    const latest = (await at.edition(c)) ?? edition
    const errors = [{ field: 'dia-chi', text: cataloguingSentence(problem, c.var.lang) }]
    return show(c, latest, { typed, errors }, problem.code === 'no-such-work' ? 422 : 409)
  }

  const doneAt = (edition: string, what: 'tach' | 'ghep', from: string): string =>
    `${cataloguingPaths.grouping(edition)}?xong=${what}&tu=${from}`

  const split: Handler = async c => {
    const edition = await at.edition(c)
    if (edition === null) return c.notFound()
    const form = await readForm(c)
    const asked = { act: actOf(form), by: c.var.viewer.person, institution: edition.owner, edition: edition.id }
    const grouped = await splitEdition(world, asked)
    if (grouped.ok) return c.redirect(doneAt(edition.id, 'tach', grouped.value.from), 303)
    const [problem = { code: 'edition-gone' as const }] = grouped.problems
    return refuse(c, edition, form.typed, problem)
  }

  const join: Handler = async c => {
    const edition = await at.edition(c)
    if (edition === null) return c.notFound()
    const form = await readForm(c)
    const typed = form.text('dia-chi')
    const into = workIn(typed === '' ? form.text('vao') || readQuery(c).text('vao') : typed)
    if (into === null) return refuse(c, edition, form.typed, { code: 'no-such-work', typed })
    const asked = { act: actOf(form), by: c.var.viewer.person, institution: edition.owner, edition: edition.id, into }
    const grouped = await joinEdition(world, asked)
    if (grouped.ok) return c.redirect(doneAt(edition.id, 'ghep', grouped.value.from), 303)
    const [problem = { code: 'edition-gone' as const }] = grouped.problems
    return refuse(c, edition, form.typed, problem)
  }

  const owner = may('catalogue', at.owner)
  return [
    get(cataloguingPaths.grouping(':edition'), owner, open),
    post(cataloguingPaths.split(':edition'), owner, split),
    post(cataloguingPaths.join(':edition'), owner, join),
  ]
}
