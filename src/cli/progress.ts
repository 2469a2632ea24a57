import type { Call } from './command.ts'
import { count, duration, octets, type pace } from './figures.ts'

/** How the things that are counted are written: as numbers with their name, or as octets. */
export type Unit = { readonly counted: string } | 'octets'

/** `12.000/30.010 biểu ghi (40%) · 1.850/giây · còn 10 giây` */
export function progressLine(
  { lang, words }: Pick<Call, 'lang' | 'words'>,
  done: number,
  total: number | null,
  unit: Unit,
  speed: ReturnType<typeof pace>,
): string {
  const { perSecond, secondsLeft } = speed(done, total, performance.now())
  const write = (value: number) => (unit === 'octets' ? octets(value, lang) : count(Math.round(value), lang))
  const whole = total === null ? '' : `/${write(total)}`
  const name = unit === 'octets' ? '' : ` ${unit.counted}`
  const percent = total === null || total === 0 ? '' : ` (${Math.floor((100 * done) / total)}%)`
  const rate = perSecond < 1 ? '' : ` · ${words.progress.perSecond(write(perSecond))}`
  const left = secondsLeft === null ? '' : ` · ${words.progress.left(duration(secondsLeft, lang))}`
  return `${write(done)}${whole}${name}${percent}${rate}${left}`
}
