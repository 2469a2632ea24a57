import { narrowSets, wideRows } from './marc8-tables.ts'

/** Characters of one octet, addressed with its high bit off. */
export interface NarrowCodes {
  readonly kind: 'narrow'
  /** By octet, 0 to 127; undefined where the set has nothing. */
  readonly characters: readonly (string | undefined)[]
  readonly marks: ReadonlySet<number>
}

/** Characters of three octets, their high bits off. */
export interface WideSet {
  readonly kind: 'wide'
  character(first: number, second: number, third: number): string | undefined
}

export type CodeSet = NarrowCodes | WideSet

/** Runs between blanks: a first octet in two hexadecimal digits, then the characters of neighbouring octets. */
function fill(characters: (string | undefined)[], runs: string): void {
  for (const run of runs.split(' ')) {
    let octet = Number.parseInt(run.slice(0, 2), 16)
    for (const character of run.slice(2)) {
      characters[octet] = character
      octet += 1
    }
  }
}

function narrow(final: string): NarrowCodes {
  const { marks, runs } = narrowSets[final] ?? { marks: '', runs: '' }
  const characters = Array.from<string | undefined>({ length: 128 })
  fill(characters, runs)
  return {
    kind: 'narrow',
    characters,
    marks: new Set((marks.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))),
  }
}

/** Built on first use: 15,739 characters that most files never need. */
function wide(): WideSet {
  let rows: Map<number, (string | undefined)[]> | null = null
  const readRows = () => {
    const read = new Map<number, (string | undefined)[]>()
    for (const line of wideRows.split('\n')) {
      const characters = Array.from<string | undefined>({ length: 128 })
      fill(characters, line.slice(5))
      read.set(Number.parseInt(line.slice(0, 4), 16), characters)
    }
    return read
  }
  return {
    kind: 'wide',
    character: (first, second, third) => {
      rows ??= readRows()
      return rows.get((first << 8) | second)?.[third]
    },
  }
}

export const ascii = narrow('B')
export const ansel = narrow('E')

const byFinal = new Map<string, CodeSet>([
  ...Object.keys(narrowSets).map((final): [string, CodeSet] => [final, narrow(final)]),
  ['B', ascii],
  ['E', ansel],
  ['s', ascii],
  ['1', wide()],
])

/** The set that an escape sequence with this final character brings in; undefined when MARC 21 knows none. */
export const codeSet = (final: string): CodeSet | undefined => byFinal.get(final)
