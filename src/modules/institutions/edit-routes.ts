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
  type Where,
} from '../../platform/http/index.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { changeInstitution } from './change.ts'
import { EditPage } from './edit-page.tsx'
import { type EditProblem, fieldOf, readChanges } from './forms.ts'
import type { Institution } from './institution.ts'
import { editSentences } from './messages.ts'
import { paths } from './paths.ts'
import type { InstitutionsPort, InstitutionsWorld } from './port.ts'
import { institutionByCode, policyOf } from './store.ts'

/** The form by which staff change what their institution says about itself. */
export function editRoutes(world: InstitutionsWorld, site: Site, port: InstitutionsPort): Route[] {
  const db = world.database
  const institutionOf = (c: RequestContext): Promise<Institution | null> =>
    institutionByCode(db, c.req.param('code') ?? '')
  const ofInstitution: Where = async c => (await institutionOf(c))?.id ?? null

  const show = async (c: RequestContext, institution: Institution, form: FormState, act: string, status: 200 | 422) => {
    const { code } = institution
    const frame = site.staffFrame(c, { code, name: institution.name[0]?.text ?? code })
    const inherited = institution.parent === null ? null : await policyOf(db, institution.parent)
    return c.html(EditPage({ frame, institution, inherited, form, act }), status)
  }

  const edit: Handler = async c => {
    const institution = await institutionOf(c)
    return institution ? show(c, institution, emptyForm, newId(), 200) : c.notFound()
  }

  const save: Handler = async c => {
    const institution = await institutionOf(c)
    if (institution === null) return c.notFound()
    const form = await readForm(c)
    const act = actOf(form)
    const refuse = (problems: readonly EditProblem[]) => {
      const sentences = editSentences(c.var.lang)
      const errors = problems.map(problem => ({ field: fieldOf(problem), text: say(sentences, problem) }))
      return show(c, institution, { typed: form.typed, errors }, act, 422)
    }
    const read = readChanges(form, institution)
    if (!read.ok) return refuse(read.problems)
    const asked = { id: act, actor: c.var.viewer.person, institution: institution.id, ...read.value }
    const changed = await changeInstitution(world, port, asked)
    return changed.ok ? c.redirect(`${paths.institution(institution.code)}?da-luu=1`, 303) : refuse(changed.problems)
  }

  const permission = may('manage-institution', ofInstitution)
  return [get(paths.editPattern, permission, edit), post(paths.editPattern, permission, save)]
}
