import { fold } from '../../kernel/vietnamese.ts'

/** A place as a person wrote it, taken apart. */
export interface TypedName {
  /** Folded, as written: the 'xa' of Xà Hồ is no type. */
  readonly whole: string
  /** Folded name without its type. */
  readonly bare: string
  /** Folded type when one was written: 'xa', 'phuong', 'thi tran', 'huyen' … */
  readonly type: string | null
  /** What it lies in, the nearest first. */
  readonly within: readonly TypedPart[]
}

/** A folded name and, when one was written, its folded type. */
export interface TypedPart {
  readonly bare: string
  readonly type: string | null
}

/** Types as people write them, folded; the first spelling is ours. Longer ones before shorter ones. */
const writtenTypes: readonly (readonly [type: string, ...abbreviations: string[]])[] = [
  ['thanh pho', 'tp'],
  ['thi tran', 'tt'],
  ['thi xa', 'tx'],
  ['phuong', 'p'],
  ['huyen', 'h'],
  ['tinh', 't'],
  ['xa', 'x'],
]

function takeType(folded: string): TypedPart {
  for (const spellings of writtenTypes) {
    for (const written of spellings) {
      if (folded.startsWith(`${written} `)) return { type: spellings[0], bare: folded.slice(written.length + 1).trim() }
    }
  }
  return { type: null, bare: folded }
}

const words = (text: string): string => fold(text).replaceAll('.', ' ').replace(/\s+/g, ' ').trim()

/** Reads 'Xã Tân Thịnh, huyện Văn Chấn', 'P. Nam Cường (TP Yên Bái)', 'nam cuong'. */
export function readTypedName(typed: string): TypedName {
  const [first = '', ...rest] = typed.split(/[,(;]|\s-\s/).map(part => words(part.replaceAll(')', ' ')))
  return { whole: first, ...takeType(first), within: rest.filter(part => part !== '').map(takeType) }
}
