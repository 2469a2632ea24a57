import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
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
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FieldError, type FormState, type Site } from '../../site/index.ts'
import {
  facilitiesOf,
  holdingInstitutions,
  type Institution,
  institutionByCode,
  institutionById,
  institutionsByIds,
} from '../institutions/index.ts'
import { communesOn } from '../places/index.ts'
import type { Activity } from './activity.ts'
import { fieldOfProblem, fields, parseActivity, typedOf } from './activity-form.ts'
import { ActivityFormPage } from './activity-form-page.tsx'
import { activityById, listOrganised } from './activity-store.ts'
import { staffWords } from './messages.ts'
import { changeActivity, type OrganiseRefusal, planActivity, publishActivity } from './organise.ts'
import { ChoosePage, OrganisePage } from './organise-pages.tsx'
import { deskOf, editActivityPath, newActivityPath, organiseAt, organisePath } from './paths.ts'
import { describe } from './view.ts'

const mostListed = 200

/** The event of an address, in whatever state; the door has asked for the right at its institution. */
export async function organisedAt({ database }: Pick<World, 'database'>, c: RequestContext): Promise<Activity | null> {
  const id = c.req.param('activity') ?? c.req.param('draft') ?? c.req.param('coming') ?? ''
  return isUuid(id) ? activityById(database, id) : null
}

/** Where an event is organised, for the door. */
export const ofActivity = (world: Pick<World, 'database'>) => async (c: RequestContext) =>
  (await organisedAt(world, c))?.institution ?? null

export const placeNamed = (institution: Institution, c: RequestContext) => ({
  code: institution.code,
  name: textIn(institution.name, c.var.lang).text,
})

/** Events as those who hold them see them: lists and the form. */
export function organiseRoutes(world: World, site: Site): Route[] {
  const db = world.database
  const institutionOf = (c: RequestContext) => institutionByCode(db, c.req.param('code') ?? '')
  const atCode = async (c: RequestContext) => (await institutionOf(c))?.id ?? null

  const choose: Handler = async c => {
    const held = c.var.viewer.rights.filter(({ right }) => right === 'organise')
    const everywhere = held.some(({ institution }) => institution === null)
    const ids = [...new Set(held.flatMap(({ institution }) => institution ?? []))]
    const institutions = everywhere
      ? await holdingInstitutions(db, localDateAt(c.var.now))
      : await institutionsByIds(db, ids)
    const [only] = institutions
    if (institutions.length === 1 && only) return c.redirect(organiseAt(only.code), 303)
    return c.html(ChoosePage({ frame: site.staffFrame(c, null), places: institutions.map(one => placeNamed(one, c)) }))
  }

  const list: Handler = async c => {
    const institution = await institutionOf(c)
    if (institution === null) return c.notFound()
    const place = placeNamed(institution, c)
    const activities = await listOrganised(db, institution.id, c.var.now, mostListed)
    const rows = await describe(db, activities, c.var.lang, c.var.now)
    return c.html(OrganisePage({ frame: site.staffFrame(c, place), place, rows }))
  }

  /** Facilities and communes of today, as values and as choices. */
  const grounds = async (c: RequestContext, institution: Institution) => {
    const today = localDateAt(c.var.now)
    const facilities = await facilitiesOf(db, [institution.id], today)
    const communes = await communesOn(db, today)
    const textOf = (name: Institution['name']) => textIn(name, c.var.lang).text
    return {
      facilities,
      communes: new Map(communes.flatMap(({ code, id }) => (code === null ? [] : [[code, id] as const]))),
      facilityChoices: facilities.map(({ id, name, address }) => ({
        value: id,
        label: [textOf(name) || textOf(institution.name), address].filter(text => text !== '').join(', '),
      })),
      communeChoices: communes.flatMap(({ code, name }) =>
        code === null ? [] : [{ value: code, label: textOf(name) }],
      ),
    }
  }

  interface Shown {
    readonly form: FormState
    readonly act: string
    readonly activity: Activity | null
    /** What a new one is copied from. */
    readonly like?: Activity | null
    readonly languages?: readonly string[]
  }

  const formPage = async (c: RequestContext, institution: Institution, shown: Shown) => {
    const text = staffWords(c.var.lang)
    const place = placeNamed(institution, c)
    const ground = await grounds(c, institution)
    const source = shown.activity ?? shown.like ?? null
    const facility = ground.facilities.find(({ id }) => id === source?.facility)
    const codes = [...ground.communes].filter(([, id]) => id === source?.place && id !== facility?.place)
    const copied = source === null ? {} : typedOf(source, codes[0]?.[0] ?? '')
    const first = { [fields.facility]: ground.facilities[0]?.id ?? '', [fields.kind]: 'reading' }
    const { activity } = shown
    return ActivityFormPage({
      frame: site.staffFrame(c, place),
      heading:
        activity === null ? text.newActivity : text.editActivity(textIn(activity.details.title, c.var.lang).text),
      action: activity === null ? newActivityPath(place.code) : editActivityPath(activity.id),
      back: activity === null ? organiseAt(place.code) : deskOf(activity.id),
      seen: activity === null ? null : String(activity.changedAt.getTime()),
      values: activity === null ? { ...first, ...copied, [fields.day]: '', [fields.endDay]: '' } : copied,
      languages: shown.languages ?? source?.details.languages ?? ['vi'],
      facilities: ground.facilityChoices,
      communes: ground.communeChoices,
      form: shown.form,
      act: shown.act,
      draft: activity === null || activity.state === 'draft',
    })
  }

  const ask: Handler = async c => {
    const institution = await institutionOf(c)
    if (institution === null) return c.notFound()
    const copied = readQuery(c).text('chep')
    const found = isUuid(copied) ? await activityById(db, copied) : null
    const like = found?.institution === institution.id ? found : null
    return c.html(await formPage(c, institution, { form: emptyForm, act: newId(), activity: null, like }))
  }

  const askChange: Handler = async c => {
    const activity = await organisedAt(world, c)
    const institution = activity && (await institutionById(db, activity.institution))
    if (activity === null || institution === null || !mayAt(c.var.viewer, 'organise', institution.id))
      return c.notFound()
    return c.html(await formPage(c, institution, { form: emptyForm, act: newId(), activity }))
  }

  const take = async (c: RequestContext, institution: Institution | null, activity: Activity | null) => {
    if (institution === null) return c.notFound()
    const text = staffWords(c.var.lang)
    const form = await readForm(c)
    const act = actOf(form)
    const again = async (errors: readonly FieldError[]) => {
      const shown = { form: { typed: form.typed, errors }, act, activity, languages: form.all(fields.languages) }
      return c.html(await formPage(c, institution, shown), 422)
    }
    const read = parseActivity(form, await grounds(c, institution))
    if (!read.ok) {
      return again(read.problems.map(one => ({ field: fieldOfProblem(one), text: say(text.problems, one) })))
    }
    const doing = { act, by: c.var.viewer.person, institution: institution.id, now: c.var.now, plan: read.value }
    const publish = form.text('dang') !== ''
    const result =
      activity === null
        ? await planActivity(world, { ...doing, publish })
        : await changeActivity(world, { ...doing, activity: activity.id, seen: form.text('da-thay') || null })
    if (!result.ok) {
      const at = (problem: OrganiseRefusal) => (problem.code === 'fewer-than-taken' ? fields.capacity : fields.title)
      return again(result.problems.map(one => ({ field: at(one), text: say(text.refusals, one) })))
    }
    const id = result.value.activity
    if (activity?.state === 'draft' && publish) {
      // Its own act: the form carries one id.
      const { by, now } = doing
      await publishActivity(world, { act: newId(), by, institution: institution.id, now, activity: id })
    }
    return c.redirect(`${deskOf(id)}?xong=${publish && activity?.state !== 'published' ? 'dang' : 'luu'}`, 303)
  }

  const takeChange: Handler = async c => {
    const activity = await organisedAt(world, c)
    return take(c, activity && (await institutionById(db, activity.institution)), activity)
  }

  const here = may('organise', atCode)
  const there = may('organise', ofActivity(world))
  return [
    get(organisePath, may('organise', 'some'), choose),
    get(organiseAt(':code'), here, list),
    get(newActivityPath(':code'), here, ask),
    post(newActivityPath(':code'), here, async c => take(c, await institutionOf(c), null)),
    get(editActivityPath(':activity'), there, askChange),
    post(editActivityPath(':activity'), there, takeChange),
  ]
}
