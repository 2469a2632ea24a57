import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate, localTimeAt } from '../../kernel/local-date.ts'
import {
  ActForm,
  Actions,
  Box,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Refusal,
  State,
  TextField,
  UndoBar,
} from '../../site/index.ts'
import { deskAt, requestPath, requestsPath, slipPath, stacksPath } from './paths.ts'
import { isOpen, missReasons, type RequestState, type RequestStep } from './request.ts'
import type { SlipLine } from './requests-view.ts'
import { roomWords } from './room-words.ts'

export interface RequestsPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly today: LocalDate
  readonly slips: readonly SlipLine[]
  /** Whether any location here is a closed stack. */
  readonly hasStacks: boolean
  readonly refusal: { readonly title: string; readonly reasons: readonly string[] } | null
  readonly done: {
    readonly sentence: string
    readonly undo: { readonly action: string; readonly act: string } | null
  } | null
  /** The form for a reader's slip, and the book that it is already about. */
  readonly form: FormState
  readonly book: { readonly edition: string; readonly title: string } | null
  readonly newAct: () => string
}

const stateKinds = {
  asked: 'few',
  fetched: 'there',
  'in-room': 'there',
  lent: 'none',
  shelved: 'none',
  'not-found': 'late',
  expired: 'late',
  cancelled: 'none',
} as const

export const SlipState = ({ slip, lang }: { slip: Pick<SlipLine, 'state' | 'reason'>; lang: Language }) => {
  const say = roomWords(lang)
  const why = slip.reason === null ? '' : `: ${say.reasons[slip.reason]}`
  return <State kind={stateKinds[slip.state]}>{`${say.states[slip.state]}${why}`}</State>
}

const StepForm = ({
  props,
  slip,
  step,
  children,
}: {
  props: RequestsPageProps
  slip: SlipLine
  step: RequestStep
  children: Child
}) => (
  <ActForm action={requestPath(props.institution.code, slip.id)} act={props.newAct()} class="row">
    <input type="hidden" name="buoc" value={step} />
    {children}
  </ActForm>
)

const Steps = ({ props, slip }: { props: RequestsPageProps; slip: SlipLine }) => {
  const say = roomWords(props.frame.lang)
  const { code } = props.institution
  const about = ` ${say.slipNumber(String(slip.number))}`
  const button = (label: string, quiet = false) => (
    <button type="submit" class={quiet ? 'quiet' : undefined} aria-label={`${label},${about}`}>
      {label}
    </button>
  )
  if (slip.state === 'asked')
    return (
      <div class="row slip-steps no-print">
        <StepForm props={props} slip={slip} step="fetch">
          {button(say.fetched)}
        </StepForm>
        <StepForm props={props} slip={slip} step="miss">
          <select name="ly-do" aria-label={`${say.missReason},${about}`}>
            <option value="">{say.chooseReason}</option>
            {missReasons.map(reason => (
              <option value={reason}>{say.reasons[reason]}</option>
            ))}
          </select>
          {button(say.miss, true)}
        </StepForm>
        <a href={slipPath(code, slip.id)}>{say.printSlip}</a>
      </div>
    )
  return (
    <div class="row slip-steps no-print">
      {slip.state === 'fetched' && (
        <>
          <StepForm props={props} slip={slip} step="hand-out">
            {button(say.handOut)}
          </StepForm>
          <a class="button quiet" href={deskAt(code, 'muon', slip.cardNumber)}>
            {say.lendHome}
          </a>
        </>
      )}
      {isOpen(slip.state) && (
        <StepForm props={props} slip={slip} step="shelve">
          {button(say.shelve, slip.state === 'fetched')}
        </StepForm>
      )}
      <a href={slipPath(code, slip.id)}>{say.printSlip}</a>
    </div>
  )
}

const Slip = ({ props, slip }: { props: RequestsPageProps; slip: SlipLine }) => {
  const { lang } = props.frame
  const say = roomWords(lang)
  return (
    <li class="slip">
      <p class="digits slip-number">{formatCount(slip.number, lang)}</p>
      <div>
        <p>
          <strong>
            <a href={slip.path}>{slip.title}</a>
          </strong>
        </p>
        <p class="digits">
          {[slip.callNumber, slip.location, slip.numbers.join('; ')].filter(part => part !== '').join(' · ')}
        </p>
        <p class="muted">
          {`${slip.reader}, `}
          <span class="digits">{slip.cardNumber}</span>
          {` · ${localTimeAt(slip.askedAt)}`}
          {slip.forDay !== props.today && ` · ${say.onDay(formatDate(slip.forDay, lang))}`}
        </p>
        {isOpen(slip.state) ? <Steps props={props} slip={slip} /> : <SlipState slip={slip} lang={lang} />}
      </div>
    </li>
  )
}

const Slips = ({
  props,
  title,
  states,
}: {
  props: RequestsPageProps
  title: (count: string) => string
  states: readonly RequestState[]
}) => {
  const slips = props.slips.filter(({ state }) => states.includes(state))
  const { lang } = props.frame
  if (slips.length === 0 && states[0] !== 'asked') return null
  return (
    <Box title={title(formatCount(slips.length, lang))}>
      {slips.length === 0 && <p class="muted">{roomWords(lang).nothingToFetch}</p>}
      <ol class="slips">
        {slips.map(slip => (
          <Slip props={props} slip={slip} />
        ))}
      </ol>
    </Box>
  )
}

const NewSlip = ({ props }: { props: RequestsPageProps }) => {
  const { form, book, institution, newAct } = props
  const say = roomWords(props.frame.lang)
  return (
    <Box title={say.newRequest}>
      <ActForm action={requestsPath(institution.code)} act={newAct()} label={say.newRequest} class="flow">
        {book !== null && (
          <p>
            <strong>{book.title}</strong>
            <input type="hidden" name="an-pham" value={book.edition} />
          </p>
        )}
        <TextField name="the" label={say.cardNumber} form={form} autocomplete="off" maxlength={64} />
        {book === null && <TextField name="ma" label={say.barcode} form={form} autocomplete="off" maxlength={64} />}
        <Actions submit={say.writeSlip} quiet />
      </ActForm>
    </Box>
  )
}

/** The desk's box of slips: what is to be fetched, what waits at the desk, what is being read. */
export const RequestsPage = (props: RequestsPageProps) => {
  const { frame, institution, refusal, done } = props
  const { lang } = frame
  const say = roomWords(lang)
  return (
    <Page frame={frame} title={`${say.requests} · ${institution.name}`} staff>
      <h1>{`${say.requests} · ${institution.name}`}</h1>
      <p class="muted">{say.requestsLead}</p>
      {!props.hasStacks && (
        <Notice kind="care">
          <p>{say.noStacksYet}</p>
          <p>
            <a href={stacksPath(institution.code)}>{say.chooseStacks}</a>
          </p>
        </Notice>
      )}
      {refusal && <Refusal title={refusal.title} reasons={refusal.reasons} />}
      <div class="grid aside">
        <div class="flow">
          <Slips props={props} title={say.toFetch} states={['asked']} />
          <Slips props={props} title={say.atDesk} states={['fetched']} />
          <Slips props={props} title={say.reading} states={['in-room']} />
          <Slips
            props={props}
            title={say.endedToday}
            states={['lent', 'shelved', 'not-found', 'expired', 'cancelled']}
          />
        </div>
        <div class="flow no-print">
          <NewSlip props={props} />
          {props.hasStacks && (
            <p>
              <a href={stacksPath(institution.code)}>{say.stacks}</a>
            </p>
          )}
        </div>
      </div>
      {done !== null && (
        <UndoBar lang={lang} done={done.sentence} {...(done.undo && { undo: { ...done.undo, key: 'F8' } })} />
      )}
    </Page>
  )
}
