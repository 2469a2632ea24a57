import { builtInFormat, type NumberFormat, numberFormat } from './number-text.ts'
import { stop } from './problem.ts'
import { readPart } from './xml-part.ts'
import type { Package } from './zip-part.ts'

/** As many as Excel allows of cell formats. */
const maxStyles = 65_490

/** How each style (`s` of a cell) shows numbers. ECMA-376 part 1, 18.8.10. Throws `Stopped`. */
export async function readStyles(zip: Package, part: string | null): Promise<readonly NumberFormat[]> {
  if (part === null) return []
  const formats = new Map<number, NumberFormat>()
  const ids: number[] = []
  let inCellXfs = false
  await readPart(zip, part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') inCellXfs = true
      if (name === 'numFmt') formats.set(Number(numFmtId), numberFormat(formatCode))
      if (name === 'xf' && inCellXfs) ids.push(Number(numFmtId))
      if (ids.length > maxStyles || formats.size > maxStyles) stop({ code: 'too-many-styles', limit: maxStyles })
    },
    close: name => {
      if (name === 'cellXfs') inCellXfs = false
    },
  })
  return ids.map(id => formats.get(id) ?? builtInFormat(id))
}
