import { localDateAt } from '../../kernel/local-date.ts'
import type { Result } from '../../kernel/result.ts'
import { type Sentences, say } from '../../kernel/sentences.ts'
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
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, formatCount, type Site } from '../../site/index.ts'
import { institutionById } from '../institutions/index.ts'
import type { Activity } from './activity.ts'
import {
  type CheckInRefusal,
  checkIn,
  confirmHeld,
  countAtDoor,
  type HeldRefusal,
  takeHeldBack,
  undoCheckIn,
} from './check-in.ts'
import { checkInById, checkInsOf } from './check-in-store.ts'
import { DeskPage } from './desk-page.tsx'
import { SignaturePage, TellPage } from './lists-page.tsx'
import { staffWords } from './messages.ts'
import { cancelActivity, noteTold, publishActivity } from './organise.ts'
import { ofActivity, organisedAt, placeNamed } from './organise-routes.ts'
import * as paths from './paths.ts'
import { type Heads, headsOf } from './seats.ts'
import { parseHeads, saysHeads } from './sign-up-form.ts'
import { noteSignUpLook, signUpById, signUpsOf, signUpsToTell } from './sign-up-store.ts'
import { describe } from './view.ts'

/** The desk of one event: who is to come, who is here, whom to ring. */
export function deskRoutes(world: World, site: Site): Route[] {
  const db = world.database

  /** The event with its page's frame; whoever opens a page with names on it is noted. */
  const withActivity =
    (answer: (c: RequestContext, activity: Activity) => Promise<Response>): Handler =>
    async c => {
      const activity = await organisedAt(world, c)
      return activity === null ? c.notFound() : answer(c, activity)
    }

  const read = async (c: RequestContext, activity: Activity) => {
    const institution = await institutionById(db, activity.institution)
    const [view] = await describe(db, [activity], c.var.lang, c.var.now)
    if (institution === null || view === undefined) throw new Error(`${activity.id} is held by nobody`)
    const { person } = c.var.viewer
    if (person !== null) await noteSignUpLook(db, activity.id, person, localDateAt(c.var.now), c.var.now)
    c.header('Cache-Control', 'no-store')
    return { view, frame: site.staffFrame(c, placeNamed(institution, c)) }
  }

  interface Shown {
    readonly done?: string | null
    readonly refusal?: { readonly title: string; readonly reasons: readonly string[] } | null
    readonly form?: FormState
  }

  const page = async (
    c: RequestContext,
    activity: Activity,
    { done = null, refusal = null, form = emptyForm }: Shown,
  ) => {
    const { view, frame } = await read(c, activity)
    const { now } = c.var
    const desk = {
      view,
      signUps: await signUpsOf(db, activity.id),
      checkIns: await checkInsOf(db, activity.id),
      toTell: (await signUpsToTell(db, activity.id)).length,
      doorOpen:
        (activity.state === 'published' || activity.state === 'held') &&
        localDateAt(now) >= localDateAt(activity.startsAt),
      begun: now >= activity.startsAt,
    }
    return DeskPage({ frame, desk, done, refusal, form, newAct: newId })
  }

  const back = (c: RequestContext, activity: Activity, done: string) =>
    c.redirect(`${paths.deskOf(activity.id)}?xong=${done}`, 303)

  /** What was just done; the address names the check-in, not the people. */
  const doneSentence = async (c: RequestContext, activity: Activity): Promise<string | null> => {
    const text = staffWords(c.var.lang)
    const query = readQuery(c)
    const id = query.text('luot')
    const made = isUuid(id) ? await checkInById(db, id) : null
    if (query.text('xong') === 'co-mat' && made !== null && made.activity === activity.id && !made.voided) {
      const heads = formatCount(headsOf(made), c.var.lang)
      const signUp = made.signUp === null ? null : await signUpById(db, made.signUp)
      return signUp === null ? text.countedAtDoor(heads) : text.checkedIn(signUp.code, heads)
    }
    const sentences: Readonly<Record<string, string>> = {
      luu: text.saved,
      dang: text.published,
      huy: text.cancelledDone,
      'bo-co-mat': text.undone,
      'da-to-chuc': text.heldDone,
      'chua-to-chuc': text.notHeldDone,
    }
    return sentences[query.text('xong')] ?? null
  }

  const show = withActivity(async (c, activity) =>
    c.html(await page(c, activity, { done: await doneSentence(c, activity) })),
  )

  const doingOf = (c: RequestContext, form: Form, activity: Activity) => ({
    act: actOf(form),
    by: c.var.viewer.person,
    institution: activity.institution,
    activity: activity.id,
    now: c.var.now,
  })

  /** Answers a form: back to the desk, or the desk with every reason why not and what was typed. */
  const answer = async <P extends { readonly code: string }>(
    c: RequestContext,
    activity: Activity,
    form: Form,
    result: Result<unknown, P>,
    said: { readonly done: string; readonly title: string; readonly sentences: Sentences<P> },
  ) => {
    if (result.ok) return back(c, activity, said.done)
    const reasons = result.problems.map(problem => say(said.sentences, problem))
    const shown = { refusal: { title: said.title, reasons }, form: { typed: form.typed, errors: [] } }
    return c.html(await page(c, activity, shown), 422)
  }

  /** How many came, where somebody says so; null where nobody does, and none where it cannot be read. */
  const cameOf = (form: Form): Heads | null => {
    if (!saysHeads(form)) return null
    const heads = parseHeads(form)
    return heads.ok ? heads.value : { adults: 0, children: 0 }
  }

  const publish = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const result = await publishActivity(world, doingOf(c, form, activity))
    const said = { done: 'dang', title: text.notPublished, sentences: text.refusals }
    return answer(c, activity, form, result, said)
  })

  const cancel = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const reason = form.text('ly-do').slice(0, 500)
    const result = await cancelActivity(world, { ...doingOf(c, form, activity), reason })
    const said = { done: 'huy', title: text.notCancelled, sentences: text.refusals }
    return answer(c, activity, form, result, said)
  })

  const takeCheckIn = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const came = cameOf(form)
    const doing = doingOf(c, form, activity)
    const tapped = form.text('lan')
    const result = form.has('khach')
      ? await countAtDoor(world, { ...doing, came: came ?? { adults: 0, children: 0 } })
      : await checkIn(world, {
          ...doing,
          came,
          who: isUuid(tapped) ? { signUp: tapped } : { scan: form.text('quet').slice(0, 200) },
        })
    const done = result.ok ? `co-mat&luot=${result.value.checkIn}` : ''
    const sentences: Sentences<CheckInRefusal> = text.checkInRefusals
    return answer(c, activity, form, result, { done, title: text.notCheckedIn, sentences })
  })

  const takeUndo = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const typed = form.text('luot')
    const undone = isUuid(typed) ? typed : newId()
    const result = await undoCheckIn(world, { ...doingOf(c, form, activity), checkIn: undone })
    const sentences: Sentences<CheckInRefusal> = text.checkInRefusals
    return answer(c, activity, form, result, { done: 'bo-co-mat', title: text.notCheckedIn, sentences })
  })

  const takeHeld = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const result = await confirmHeld(world, { ...doingOf(c, form, activity), came: cameOf(form) })
    const sentences: Sentences<HeldRefusal> = text.heldRefusals
    return answer(c, activity, form, result, { done: 'da-to-chuc', title: text.notHeldYet, sentences })
  })

  const takeNotHeld = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const text = staffWords(c.var.lang)
    const result = await takeHeldBack(world, doingOf(c, form, activity))
    const sentences: Sentences<HeldRefusal> = text.heldRefusals
    return answer(c, activity, form, result, { done: 'chua-to-chuc', title: text.notHeldYet, sentences })
  })

  const list = withActivity(async (c, activity) => {
    const { view, frame } = await read(c, activity)
    return c.html(SignaturePage({ frame, view, signUps: await signUpsOf(db, activity.id) }))
  })

  const tell = withActivity(async (c, activity) => {
    const { view, frame } = await read(c, activity)
    const done = readQuery(c).has('xong') ? staffWords(c.var.lang).told : null
    return c.html(TellPage({ frame, view, signUps: await signUpsToTell(db, activity.id), act: newId(), done }))
  })

  const takeTold = withActivity(async (c, activity) => {
    const form = await readForm(c)
    const told = form.all('lan').filter(isUuid)
    if (told.length > 0) await noteTold(world, { ...doingOf(c, form, activity), signUps: told })
    return c.redirect(`${paths.tellPath(activity.id)}${told.length > 0 ? '?xong=bao' : ''}`, 303)
  })

  const there = may('organise', ofActivity(world))
  const id = ':activity'
  return [
    get(paths.deskOf(id), there, show),
    post(paths.publishPath(':draft'), there, publish),
    post(paths.cancelPath(':coming'), there, cancel),
    post(paths.checkInPath(id), there, takeCheckIn),
    post(paths.undoCheckInPath(id), there, takeUndo),
    post(paths.heldPath(id), there, takeHeld),
    post(paths.notHeldPath(id), there, takeNotHeld),
    get(paths.listPath(id), there, list),
    get(paths.tellPath(id), there, tell),
    post(paths.tellPath(id), there, takeTold),
  ]
}
