import { encode } from 'uqr'
import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

/** The dark runs of each row as one path: a third of the bytes of single squares. */
const darkRuns = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      [
        ...row
          .map(dark => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(run => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join('')

/** A QR code of an address of ours, black on white with the quiet border in the style. Print at 25 mm or more. */
export const Qr = ({ lang, address }: { lang: Language; address: string }) => {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words(lang).qr(address)}>
      <path d={darkRuns(data)} shape-rendering="crispEdges" />
    </svg>
  )
}
