/** Points with their gaps: a month without figures breaks the line, since silence is not zero. */
const runs = (values: readonly (number | null)[]): { at: number; value: number }[][] =>
  values.reduce<{ at: number; value: number }[][]>(
    (lines, value, at) =>
      value === null ? [...lines, []] : [...lines.slice(0, -1), [...(lines.at(-1) ?? []), { at, value }]],
    [[]],
  )

const tenth = (value: number): number => Math.round(value * 10) / 10

/**
 * How the figure went, without axes; decoration beside the figure itself, so hidden from those who listen. The last
 * point carries the mark. `null` is a period without figures.
 */
export const Sparkline = ({ values }: { values: readonly (number | null)[] }) => {
  const known = values.filter(value => value !== null)
  if (known.length < 2) return null
  const low = Math.min(...known)
  const high = Math.max(...known)
  const x = (at: number) => tenth(2 + (at * 200) / Math.max(1, values.length - 1))
  const y = (value: number) => tenth(high === low ? 22 : 38 - ((value - low) * 32) / (high - low))
  const lines = runs(values).filter(line => line.length > 0)
  const last = lines.at(-1)?.at(-1)
  return (
    <svg class="spark" viewBox="0 0 206 44" preserveAspectRatio="none" aria-hidden="true">
      {lines.map(line => (
        <polyline
          points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
          vector-effect="non-scaling-stroke"
        />
      ))}
      {last && <path class="last" d={`M${x(last.at)} ${y(last.value) - 4}v8`} vector-effect="non-scaling-stroke" />}
    </svg>
  )
}
