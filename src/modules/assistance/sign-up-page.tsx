import {
  ActForm,
  Actions,
  ErrorSummary,
  emptyForm,
  type FormState,
  type Frame,
  Page,
  Refusal,
  State,
} from '../../site/index.ts'
import { type HelpedEvent, HelpedSignUpFields } from '../activities/index.ts'
import { words } from './messages.ts'
import { WhoseTurn } from './pages.tsx'
import { turnPath } from './paths.ts'

interface SignUpTurnPageProps {
  readonly frame: Frame
  readonly turn: string
  readonly name: string
  readonly until: string
  readonly event: HelpedEvent
  readonly act: string
  readonly form?: FormState
  readonly refused?: readonly string[]
  readonly contactDays: number
}

/** One event that the person whose turn it is may be signed up for, and what it asks. */
export const SignUpTurnPage = ({ frame, turn, event, act, contactDays, ...shown }: SignUpTurnPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { form = emptyForm, refused = [] } = shown
  const { title, titleLang, state, activity } = event.view
  return (
    <Page frame={frame} title={say.assist} staff>
      <div class="flow">
        <ErrorSummary lang={lang} title={say.notDone} form={form} />
        {refused.length > 0 && <Refusal title={say.notDone} reasons={refused} />}
        <WhoseTurn lang={lang} name={shown.name} until={shown.until} />
      </div>
      <section class="section">
        <h2 lang={titleLang}>{title}</h2>
        <p>{event.whenAndWhere}</p>
        <p>
          <State kind={state.kind}>{state.text}</State>
        </p>
        <ActForm action={turnPath(turn)} act={act} label={title}>
          <input type="hidden" name="viec" value={`ghi-ten:${activity.id}`} />
          <HelpedSignUpFields lang={lang} event={event} form={form} contactDays={contactDays} />
          <Actions submit={say.signUp} back={{ href: turnPath(turn), label: say.otherThing }} />
        </ActForm>
      </section>
    </Page>
  )
}
