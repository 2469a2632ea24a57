import type { PropsWithChildren } from 'hono/jsx'
import {
  ActForm,
  Actions,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Refusal,
  State,
  TextField,
} from '../../site/index.ts'
import { words } from './messages.ts'
import { activityPath, calendarPath, signUpPath } from './paths.ts'
import { emptyField, headsFields, longestGroupName, waitField } from './sign-up-form.ts'
import { type ActivityView, whenOf } from './view.ts'

/** What can be ticked: one line that is a label too. */
export const Tick = ({ name, checked, children }: PropsWithChildren<{ name: string; checked: boolean }>) => (
  <label class="choice">
    <input type="checkbox" id={name} name={name} value="co" checked={checked} />
    {children}
  </label>
)

/** How many adults and how many children, in two fields that every telephone opens digits for. */
export const HeadsFields = ({
  lang,
  form,
  values = {},
}: {
  lang: Frame['lang']
  form: FormState
  values?: Readonly<Record<string, string>>
}) => {
  const say = words(lang)
  const field = (name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      form={form}
      value={values[name] ?? ''}
      inputmode="numeric"
      maxlength={4}
      autocomplete="off"
    />
  )
  return (
    <>
      {field(headsFields.adults, say.adults)}
      {field(headsFields.children, say.children)}
    </>
  )
}

interface SignUpPageProps {
  readonly frame: Frame
  readonly view: ActivityView
  readonly act: string
  readonly form: FormState
  /** Why it was not taken, though everything was filled in. */
  readonly refused: readonly string[]
  /** Whether waiting is offered: it is full, others wait, or the refusal said so. */
  readonly offerWaiting: boolean
  readonly contactDays: number
}

/** One question a page: who comes, how many, how you can be reached. */
export const SignUpPage = ({ frame, view, act, form, refused, offerWaiting, contactDays }: SignUpPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { activity, title } = view
  const heading = say.signUpTitle(title)
  return (
    <Page
      frame={frame}
      title={heading}
      crumbs={[
        { label: say.calendar, href: calendarPath },
        { label: title, href: activityPath(activity.id) },
        { label: say.signUp },
      ]}
    >
      <ErrorSummary lang={lang} title={say.notSigned(formatCount(form.errors.length, lang))} form={form} />
      {refused.length > 0 && <Refusal title={say.refusedTitle} reasons={refused} />}
      <div class="flow">
        <h1>{heading}</h1>
        <p>{[whenOf(activity, lang), view.where || view.institution.name].join(' · ')}</p>
        <p>
          <State kind={view.state.kind}>{view.state.text}</State>
        </p>
        <p class="muted">{say.noAccount}</p>
      </div>
      <ActForm action={signUpPath(activity.id)} act={act} label={heading}>
        <TextField
          name="ten"
          label={say.groupName}
          help={say.groupNameHelp}
          form={form}
          maxlength={longestGroupName * 2}
          autocomplete="name"
        />
        <HeadsFields lang={lang} form={form} />
        <TextField
          name="lien-he"
          label={say.contact}
          help={say.contactHelp(formatCount(contactDays, lang))}
          form={form}
          maxlength={260}
          autocomplete="tel"
        />
        <div class="field">
          {(offerWaiting || waitField in form.typed) && (
            <Tick name={waitField} checked={waitField in form.typed}>
              {say.mayWait}
            </Tick>
          )}
          {frame.viewer.person !== null && (
            <Tick name="cua-toi" checked={'cua-toi' in form.typed}>
              {say.linkMine}
            </Tick>
          )}
        </div>
        <div hidden={form.errors.every(({ field }) => field !== emptyField)}>
          <TextField name={emptyField} label={say.leaveEmpty} form={form} autocomplete="off" />
        </div>
        <Actions submit={say.signUp} back={{ href: activityPath(activity.id), label: say.backToActivity }} />
      </ActForm>
      <p class="small muted actions">{say.signedBefore}</p>
    </Page>
  )
}
