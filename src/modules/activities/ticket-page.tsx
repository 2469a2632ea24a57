import {
  ActForm,
  Actions,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Qr,
  Refusal,
  Section,
} from '../../site/index.ts'
import { words } from './messages.ts'
import { activityPath, calendarFilePath, ticketCancelPath, ticketHeadsPath } from './paths.ts'
import { headsOf } from './seats.ts'
import type { SignUp } from './sign-up.ts'
import { headsFields } from './sign-up-form.ts'
import { HeadsFields } from './sign-up-page.tsx'
import { type ActivityView, whenOf } from './view.ts'

export interface TicketView {
  readonly view: ActivityView
  readonly signUp: SignUp
  /** Heads of those who wait before this group. */
  readonly before: number
  /** How many were checked in; null while nobody was. */
  readonly here: number | null
  /** Whether it is over, so that nothing can be changed. */
  readonly over: boolean
}

interface TicketPageProps {
  readonly frame: Frame
  readonly ticket: TicketView
  /** What was just done, in a sentence. */
  readonly done: string | null
  readonly refused: readonly string[]
  readonly form: FormState
  readonly acts: { readonly heads: string; readonly cancel: string }
}

const Standing = ({ frame: { lang }, ticket }: Pick<TicketPageProps, 'frame' | 'ticket'>) => {
  const say = words(lang)
  const { signUp, before, here } = ticket
  const { activity } = ticket.view
  const heads = formatCount(headsOf(signUp), lang)
  const waits = signUp.state === 'waiting'
  return (
    <>
      <p>{waits ? say.waitingFor(heads) : say.signedFor(heads)}</p>
      <div class="tile">
        <b>{signUp.code}</b>
      </div>
      <p class="muted">{say.headsAre(formatCount(signUp.adults, lang), formatCount(signUp.children, lang))}</p>
      {here !== null && <p>{say.wasHere(formatCount(here, lang))}</p>}
      {waits && <p>{say.waitingHelp(formatCount(before, lang))}</p>}
      {signUp.tell === 'moved-up' && activity.state === 'published' && <p>{say.movedUpHelp}</p>}
      {!waits && here === null && (
        <>
          <p>{say.atTheDoor}</p>
          <Qr lang={lang} address={signUp.ticket} />
        </>
      )}
      <p class="small">{say.keepPage}</p>
      <p class="small muted">{say.doubled}</p>
    </>
  )
}

/** What a family shows at the door, and where they change or cancel. Whoever has its address is believed. */
export const TicketPage = ({ frame, ticket, done, refused, form, acts }: TicketPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { view, signUp, over, here } = ticket
  const { activity } = view
  const cancelled = activity.state === 'cancelled'
  const erased = signUp.groupName === null
  const stands = signUp.state !== 'cancelled'
  const mayChange = stands && !over && !cancelled && here === null
  const values = { [headsFields.adults]: String(signUp.adults), [headsFields.children]: String(signUp.children) }
  return (
    <Page frame={frame} title={say.ticketTitle} personal>
      <ErrorSummary lang={lang} title={say.notChanged} form={form} />
      {refused.length > 0 && <Refusal title={say.notChanged} reasons={refused} />}
      {done !== null && (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      )}
      <div class="grid aside">
        <div class="flow">
          <h1>{erased ? say.ticketTitle : signUp.groupName}</h1>
          {cancelled && (
            <Notice kind="refusal">
              <p>{say.ticketCancelled(activity.cancelReason ?? '')}</p>
            </Notice>
          )}
          {over && !cancelled && <p>{erased ? say.ticketOver : say.ticketDone}</p>}
          {!stands && done === null && <p>{say.gaveUp}</p>}
          {stands && !erased && !cancelled && <Standing frame={frame} ticket={ticket} />}
        </div>
        <aside class="flow" aria-label={say.whatAndWhere}>
          <h2 lang={view.titleLang}>
            <a href={activityPath(activity.id)}>{view.title}</a>
          </h2>
          <Facts
            rows={[
              [say.when, whenOf(activity, lang)],
              [say.where, [view.where, view.place?.name ?? ''].filter(text => text !== '').join(', ')],
              [say.holder, <a href={view.institution.href}>{view.institution.name}</a>],
            ]}
          />
          {mayChange && (
            <p class="no-print">
              <a href={calendarFilePath(activity.id)} download>
                {say.toPhone}
              </a>
            </p>
          )}
        </aside>
      </div>
      {mayChange && (
        <Section title={say.changeHeads} class="no-print">
          <ActForm action={ticketHeadsPath(signUp.ticket)} act={acts.heads} label={say.changeHeads}>
            <HeadsFields lang={lang} form={form} values={values} />
            <Actions submit={say.changeButton} quiet />
          </ActForm>
        </Section>
      )}
      {mayChange && (
        <Section title={say.giveUp} class="no-print">
          <p>{say.giveUpHelp}</p>
          <ActForm action={ticketCancelPath(signUp.ticket)} act={acts.cancel} label={say.giveUp}>
            <Actions submit={say.giveUp} quiet />
          </ActForm>
        </Section>
      )}
    </Page>
  )
}
