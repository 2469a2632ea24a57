import { localTimeAt } from '../../kernel/local-date.ts'
import {
  ActForm,
  Box,
  DataTable,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Refusal,
  ScanField,
  Section,
  State,
  TextArea,
} from '../../site/index.ts'
import type { CheckIn } from './check-in-store.ts'
import { maskedContact } from './contact.ts'
import { staffWords } from './messages.ts'
import { Done, seatsInWords } from './organise-pages.tsx'
import * as paths from './paths.ts'
import { headsOf } from './seats.ts'
import type { SignUp } from './sign-up.ts'
import { headsFields } from './sign-up-form.ts'
import { type ActivityView, whenOf } from './view.ts'

export interface DeskView {
  readonly view: ActivityView
  readonly signUps: readonly SignUp[]
  /** What stands, in the order of time. */
  readonly checkIns: readonly CheckIn[]
  readonly toTell: number
  /** Whether people can be checked in now. */
  readonly doorOpen: boolean
  readonly begun: boolean
}

export interface DeskPageProps {
  readonly frame: Frame
  readonly desk: DeskView
  readonly done: string | null
  readonly refusal: { readonly title: string; readonly reasons: readonly string[] } | null
  /** What was typed into the form that was refused. */
  readonly form: FormState
  /** An id for the act that each button of the page may become. */
  readonly newAct: () => string
}

const HeadsRow = ({ lang, prefix = '' }: { lang: Frame['lang']; prefix?: string }) => {
  const say = staffWords(lang)
  return (
    <p class="row heads">
      {([headsFields.adults, headsFields.children] as const).map(name => (
        <label class="key">
          {name === headsFields.adults ? say.adults : say.children}
          <input name={name} id={prefix + name} inputmode="numeric" maxlength={4} size={4} autocomplete="off" />
        </label>
      ))}
    </p>
  )
}

/** The scan field first, then who came without a word. */
const Door = ({ frame: { lang }, desk, form, newAct }: DeskPageProps) => {
  const say = staffWords(lang)
  const { id } = desk.view.activity
  return (
    <>
      <ActForm action={paths.checkInPath(id)} act={newAct()} label={say.checkIn}>
        <ScanField name="quet" label={say.scan} {...(form.typed.quet === undefined ? {} : { value: form.typed.quet })}>
          <button type="submit">{say.checkInButton}</button>
        </ScanField>
        <details>
          <summary>{say.came}</summary>
          <HeadsRow lang={lang} prefix="den-" />
        </details>
      </ActForm>
      <Section title={say.atDoor}>
        <ActForm action={paths.checkInPath(id)} act={newAct()} label={say.atDoor}>
          <input type="hidden" name="khach" value="co" />
          <HeadsRow lang={lang} />
          <p class="row">
            <button type="submit" class="quiet">
              {say.countButton}
            </button>
          </p>
        </ActForm>
      </Section>
    </>
  )
}

const List = ({ frame: { lang }, desk, newAct }: DeskPageProps) => {
  const say = staffWords(lang)
  const here = new Map(desk.checkIns.map(checkIn => [checkIn.signUp, checkIn]))
  return (
    <DataTable<SignUp>
      lang={lang}
      caption={say.signedUp}
      captionHidden
      rows={desk.signUps}
      empty={say.nobody}
      columns={[
        { label: say.code, cell: ({ code }) => <span class="code">{code}</span> },
        { label: say.group, head: true, cell: ({ groupName }) => groupName ?? <span class="muted">{say.erased}</span> },
        {
          label: say.heads,
          cell: one => `${formatCount(headsOf(one), lang)}${one.state === 'waiting' ? `, ${say.waits}` : ''}`,
        },
        {
          label: say.reach,
          cell: ({ contact }) => (contact === null ? '' : <span class="digits">{maskedContact(contact)}</span>),
        },
        {
          label: say.present,
          cell: ({ id, code }) => {
            const came = here.get(id)
            if (came !== undefined)
              return <State kind="there">{say.presentOf(formatCount(headsOf(came), lang), localTimeAt(came.at))}</State>
            if (!desk.doorOpen) return ''
            return (
              <ActForm action={paths.checkInPath(desk.view.activity.id)} act={newAct()} label={say.mark(code)}>
                <input type="hidden" name="lan" value={id} />
                <button type="submit" class="quiet">
                  {say.present}
                </button>
              </ActForm>
            )
          },
        },
      ]}
    />
  )
}

const shownCheckIns = 8

const CheckIns = ({ frame: { lang }, desk, newAct }: DeskPageProps) => {
  const say = staffWords(lang)
  const bySignUp = new Map(desk.signUps.map(signUp => [signUp.id, signUp]))
  const last = desk.checkIns.slice(-shownCheckIns).reverse()
  if (last.length === 0) return null
  return (
    <Box title={say.lastCheckIns}>
      <ol class="acts">
        {last.map(one => {
          const heads = formatCount(headsOf(one), lang)
          const signUp = bySignUp.get(one.signUp ?? '')
          return (
            <li>
              <span class="digits muted">{localTimeAt(one.at)}</span>
              <span>{signUp === undefined ? say.doorLine(heads) : `${signUp.code} · ${heads}`}</span>
              <ActForm action={paths.undoCheckInPath(desk.view.activity.id)} act={newAct()}>
                <input type="hidden" name="luot" value={one.id} />
                <button type="submit" class="quiet">
                  {say.undo}
                </button>
              </ActForm>
            </li>
          )
        })}
      </ol>
    </Box>
  )
}

const Held = ({ frame: { lang }, desk, newAct }: DeskPageProps) => {
  const say = staffWords(lang)
  const { activity } = desk.view
  if (activity.state === 'held')
    return (
      <Box title={say.held}>
        <ActForm action={paths.notHeldPath(activity.id)} act={newAct()}>
          <button type="submit" class="quiet">
            {say.notHeldButton}
          </button>
        </ActForm>
      </Box>
    )
  if (activity.state !== 'published' || !desk.begun) return null
  return (
    <Box title={say.held}>
      <p class="small">{say.heldHelp}</p>
      <ActForm action={paths.heldPath(activity.id)} act={newAct()} label={say.held}>
        {desk.checkIns.length === 0 && (
          <>
            <p>{say.heldTotal}</p>
            <HeadsRow lang={lang} prefix="tong-" />
          </>
        )}
        <p class="row">
          <button type="submit" class="quiet">
            {say.heldButton}
          </button>
        </p>
      </ActForm>
    </Box>
  )
}

const Cancel = ({ frame: { lang }, desk, form, newAct }: DeskPageProps) => {
  const say = staffWords(lang)
  const { activity } = desk.view
  if (activity.state !== 'published' && activity.state !== 'draft') return null
  return (
    <details open={'ly-do' in form.typed}>
      <summary>{say.cancel}</summary>
      <ActForm action={paths.cancelPath(activity.id)} act={newAct()} label={say.cancel}>
        <p class="small">{say.cancelHelp}</p>
        <TextArea name="ly-do" label={say.reason} form={form} rows={2} />
        <p class="row actions">
          <button type="submit" class="quiet">
            {say.cancelButton}
          </button>
        </p>
      </ActForm>
    </details>
  )
}

/** The organiser's page of an event: who is to come, who is here, and what there is to do about it. */
export const DeskPage = (props: DeskPageProps) => {
  const { frame, desk, done, refusal, newAct } = props
  const { lang } = frame
  const say = staffWords(lang)
  const { activity, title, institution, state } = desk.view
  const came = desk.checkIns.reduce((sum, one) => sum + headsOf(one), 0)
  const link = (href: string, label: string) => (
    <a class="button quiet" href={href}>
      {label}
    </a>
  )
  return (
    <Page frame={frame} title={title} staff>
      {refusal !== null && <Refusal {...refusal} />}
      <Done text={done} />
      <h1>{title}</h1>
      <p class="row">
        <State kind={state.kind}>{state.text}</State>
        <span class="digits">{whenOf(activity, lang)}</span>
        <span>{desk.view.where}</span>
      </p>
      {activity.state === 'draft' && (
        <ActForm action={paths.publishPath(activity.id)} act={newAct()}>
          <p class="row">
            <button type="submit">{say.publish}</button>
          </p>
        </ActForm>
      )}
      <p class="row no-print">
        {activity.state !== 'draft' && link(paths.activityPath(activity.id), say.seePublic)}
        {(activity.state === 'draft' || activity.state === 'published') &&
          link(paths.editActivityPath(activity.id), say.edit)}
        {link(paths.listPath(activity.id), say.list)}
        {link(paths.tellPath(activity.id), say.tellCount(formatCount(desk.toTell, lang)))}
        {link(`${paths.newActivityPath(institution.code)}?chep=${activity.id}`, say.copy)}
      </p>
      <div class="grid aside">
        <div>
          {desk.doorOpen && <Door {...props} />}
          {!desk.doorOpen && activity.state === 'published' && <p class="muted">{say.notOpenYet}</p>}
          <Section title={`${say.signedUp}: ${seatsInWords(desk.view, lang)}`}>
            <List {...props} />
          </Section>
        </div>
        <aside class="flow" aria-label={say.checkIn}>
          <p>{say.totals(formatCount(came, lang), formatCount(activity.taken, lang))}</p>
          <CheckIns {...props} />
          <Held {...props} />
          <Cancel {...props} />
        </aside>
      </div>
    </Page>
  )
}
