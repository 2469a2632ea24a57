import { say } from '../../kernel/sentences.ts'
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
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, formatCount, type Site } from '../../site/index.ts'
import { seatsLeft } from './activity.ts'
import { activityAt } from './calendar-routes.ts'
import { words } from './messages.ts'
import { activityPath, signUpPath, ticketPath } from './paths.ts'
import { closedBecause } from './seats.ts'
import { signUp } from './sign-up-acts.ts'
import { fieldOf, parseSignUp } from './sign-up-form.ts'
import { SignUpPage } from './sign-up-page.tsx'
import { signUpById, standingOf } from './sign-up-store.ts'
import type { ActivityView } from './view.ts'

/** A whole class behind one address may sign up one after the other; a program that fills the house may not. */
const fromOneAddress = { count: 60, seconds: 900 }
const byOneContact = { count: 6, seconds: 900 }
/** Each sign-up answers by a letter, and the address may be somebody else's: at all events together. */
const byOneAddress = { count: 12, seconds: 3600 }

interface Shown {
  readonly act: string
  readonly form: FormState
  readonly refused?: readonly string[]
  readonly offerWaiting?: boolean
}

/** Signing up: without an account and without a script. */
export function signUpRoutes(world: World, site: Site): Route[] {
  const page = (c: RequestContext, view: ActivityView, shown: Shown) => {
    const { activity } = view
    const isFull = seatsLeft(activity) === 0 || activity.waiting > 0
    // Its act is one person's: no cache may hand it to another.
    c.header('Cache-Control', 'no-store')
    return SignUpPage({
      frame: site.frame(c),
      view,
      refused: [],
      contactDays: world.config.contactDays,
      ...shown,
      offerWaiting: isFull || shown.offerWaiting === true,
    })
  }

  /** The sign-up that this person has already, when they are signed in. */
  const ownAlready = (c: RequestContext, activity: string) =>
    c.var.viewer.person === null ? null : standingOf(world.database, activity, c.var.viewer.person)

  const ask: Handler = async c => {
    const view = await activityAt(world, c)
    if (view === null || view.activity.state === 'draft') return c.notFound()
    const closed = closedBecause(view.activity, c.var.now)
    if (closed !== null) return c.redirect(activityPath(view.activity.id), 303)
    const own = await ownAlready(c, view.activity.id)
    if (own !== null) return c.redirect(`${ticketPath(own.ticket)}?xong=da-ghi`, 303)
    return c.html(page(c, view, { act: newId(), form: emptyForm }))
  }

  const take: Handler = async c => {
    const view = await activityAt(world, c)
    if (view === null || view.activity.state === 'draft') return c.notFound()
    const { activity } = view
    const text = words(c.var.lang)
    const form = await readForm(c)
    const act = actOf(form)
    const again = (refused: readonly string[], offerWaiting: boolean) =>
      page(c, view, { act, form: { typed: form.typed, errors: [] }, refused, offerWaiting })
    const read = parseSignUp(form)
    if (!read.ok) {
      const errors = read.problems.map(problem => ({ field: fieldOf(problem), text: say(text.problems, problem) }))
      return c.html(page(c, view, { act, form: { typed: form.typed, errors } }), 422)
    }
    const { groupName, contact, adults, children, mayWait, link } = read.value
    const wait =
      world.limiter.take('sign-up', `${activity.id}:${c.var.address}`, fromOneAddress) ??
      world.limiter.take('sign-up-contact', `${activity.id}:${contact.value}`, byOneContact) ??
      (contact.kind === 'email' ? world.limiter.take('sign-up-letters', contact.value, byOneAddress) : null)
    if (wait !== null) {
      c.header('Retry-After', String(wait))
      return c.html(again([text.tooOften(formatCount(Math.ceil(wait / 60), c.var.lang))], false), 429)
    }
    const own = await ownAlready(c, activity.id)
    if (own !== null) return c.redirect(`${ticketPath(own.ticket)}?xong=da-ghi`, 303)
    const result = await signUp(world, {
      act,
      activity,
      groupName,
      contact,
      adults,
      children,
      mayWait,
      lang: c.var.lang,
      person: link ? c.var.viewer.person : null,
      now: c.var.now,
    })
    if (!result.ok) {
      const sentences = result.problems.map(problem => say(text.signUpRefusals, problem))
      const offer = result.problems.some(({ code }) => code === 'too-few-seats' || code === 'others-wait')
      return c.html(again(sentences, offer), 422)
    }
    const done = await signUpById(world.database, result.value.signUp)
    return done === null ? c.notFound() : c.redirect(ticketPath(done.ticket), 303)
  }

  return [get(signUpPath(':activity'), everyone, ask), post(signUpPath(':activity'), everyone, take)]
}
