import { localDateAt } from '../../kernel/local-date.ts'
import { say } from '../../kernel/sentences.ts'
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
} from '../../platform/http/index.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { communesOn } from '../places/index.ts'
import { foundInstitution } from './found.ts'
import { type FoundProblem, foundFieldOf, readFounding } from './found-form.ts'
import { FoundPage } from './found-page.tsx'
import { foundSentences } from './messages.ts'
import { paths } from './paths.ts'
import type { InstitutionsPort, InstitutionsWorld } from './port.ts'
import { institutionById, listInstitutions } from './store.ts'

const mostParents = 2000

/** The form by which a place enters the directory of the province. */
export function foundRoutes(world: InstitutionsWorld, site: Site, port: InstitutionsPort): Route[] {
  const db = world.database

  const page = async (c: RequestContext, form: FormState, act: string, status: 200 | 422) => {
    const on = localDateAt(c.var.now)
    const communes = await communesOn(db, on)
    const { institutions } = await listInstitutions(db, { on }, { limit: mostParents, offset: 0 })
    return c.html(FoundPage({ frame: site.staffFrame(c, null), communes, parents: institutions, form, act }), status)
  }

  const show: Handler = c => page(c, emptyForm, newId(), 200)

  const save: Handler = async c => {
    const form = await readForm(c)
    const act = actOf(form)
    const refuse = (problems: readonly FoundProblem[]) => {
      const sentences = foundSentences(c.var.lang)
      const errors = problems.map(problem => ({ field: foundFieldOf(problem), text: say(sentences, problem) }))
      return page(c, { typed: form.typed, errors }, act, 422)
    }
    const read = await readFounding(db, form, { act, now: c.var.now })
    if (!read.ok) return refuse(read.problems)
    const founded = await foundInstitution(world, port, { id: act, actor: c.var.viewer.person, ...read.value })
    if (!founded.ok) return refuse(founded.problems)
    const institution = await institutionById(db, founded.value.institution)
    return c.redirect(institution === null ? paths.list : paths.edit(institution.code), 303)
  }

  const permission = may('manage-institution', 'province')
  return [get(paths.found, permission, show), post(paths.found, permission, save)]
}
