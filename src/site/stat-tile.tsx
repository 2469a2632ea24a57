import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'
import { Sparkline } from './sparkline.tsx'
import { State, type StateKind } from './state.tsx'

export interface StatTileProps {
  readonly lang: Language
  readonly name: string
  /** Ready to read, with its unit: `44.480`, `111,2 %`, `ít hơn 5`. Null: nothing came since `silentSince`. */
  readonly figure: string | null
  /** The day from which there are no figures, as it is read; said when `figure` is null. */
  readonly silentSince?: string
  /** "Đạt 111,2 % kế hoạch". */
  readonly achieved?: string
  /** Raw values, for the bar: what was reached, and the plan it is held against. */
  readonly value?: number
  readonly plan?: number
  readonly history?: readonly (number | null)[]
  readonly state?: { readonly kind: StateKind; readonly text: string }
  /** Freshness, or the same period of last year. */
  readonly note?: string
  /** Typed by a person instead of counted from acts. */
  readonly byHand?: boolean
  readonly href?: string
}

/** The plan stands at 85 of 100, so that more than the plan still shows. The words above it say the same. */
const PlanBar = ({ value, plan }: { value: number; plan: number }) => (
  <svg class="bar" viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden="true">
    <path class="back" d="M0 6h100v14H0z" vector-effect="non-scaling-stroke" />
    <path d={`M0 6h${Math.min(100, Math.round((value / plan) * 850) / 10)}v14H0z`} />
    <path class="plan" d="M85 0v26" vector-effect="non-scaling-stroke" />
  </svg>
)

/** An item of a list: `<ul class="grid quarters">`. Stands under an `h2`. */
export const StatTile = (props: StatTileProps) => {
  const say = words(props.lang)
  const { figure, value, plan } = props
  return (
    <li class="tile">
      <h3>{props.href === undefined ? props.name : <a href={props.href}>{props.name}</a>}</h3>
      {figure === null ? (
        <p class="muted">{say.noFigure(props.silentSince ?? '…')}</p>
      ) : (
        <>
          <b>{figure}</b>
          {props.achieved !== undefined && <p>{props.achieved}</p>}
          {value !== undefined && plan !== undefined && plan > 0 && <PlanBar value={value} plan={plan} />}
          {props.history && <Sparkline values={props.history} />}
        </>
      )}
      {props.state && (
        <p>
          <State kind={props.state.kind}>{props.state.text}</State>
        </p>
      )}
      {props.byHand && <p class="tag">{say.byHand}</p>}
      {props.note !== undefined && <p class="small muted">{props.note}</p>}
    </li>
  )
}
