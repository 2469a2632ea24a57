import type { Language } from '../kernel/language.ts'
import { formatCount } from './count.ts'

export interface Bar {
  /** Short, as it stands under the bar: "1", "T2". */
  readonly label: string
  /** Null is a period without figures: no bar, a dash on the ground. */
  readonly value: number | null
}

interface BarChartProps {
  readonly lang: Language
  /** One sentence that says what the chart shows, and that the table beside it carries the numbers. */
  readonly sentence: string
  readonly bars: readonly Bar[]
  /** Drawn across all bars as the accent mark. */
  readonly target?: number
}

const height = 100
const step = 10
const barWidth = 6

const top = (value: number, highest: number): number => Math.round(height - (value / highest) * (height - 4))

/** Bars that fill the width they are given; the figures are in the table beside it. */
export const BarChart = ({ lang, sentence, bars, target }: BarChartProps) => {
  const highest = Math.max(1, target ?? 0, ...bars.map(bar => bar.value ?? 0))
  const width = bars.length * step
  const left = (index: number) => index * step + (step - barWidth) / 2
  const filled = bars
    .map(({ value }, index) => (value ? `M${left(index)} ${height}V${top(value, highest)}h${barWidth}V${height}z` : ''))
    .join('')
  const silent = bars
    .map(({ value }, index) => (value === null ? `M${left(index)} ${height - 3}h${barWidth}` : ''))
    .join('')
  return (
    <div role="img" aria-label={`${sentence} ${formatCount(highest, lang)}.`}>
      <svg class="columns" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <path d={filled} />
        {silent && <path class="silent" d={silent} vector-effect="non-scaling-stroke" />}
        {target !== undefined && (
          <path class="target" d={`M0 ${top(target, highest)}h${width}`} vector-effect="non-scaling-stroke" />
        )}
      </svg>
      <div class="under digits">
        {bars.map(bar => (
          <span>{bar.label}</span>
        ))}
      </div>
    </div>
  )
}
