import { type LocalDate, parseLocalDate } from './local-date.ts'

/** The tree behind an audience's text. */
export type Formula =
  | { readonly kind: 'any' | 'all'; readonly of: readonly Formula[] }
  | { readonly kind: 'grant'; readonly name: string }
  | { readonly kind: 'notBefore' | 'until'; readonly date: LocalDate }
  | { readonly kind: 'season'; readonly from: string; readonly to: string }

const longest = 10_000
const part =
  /(any|all)\(|(notBefore|until)\(([\d-]+)\)|season\((\d\d-\d\d),(\d\d-\d\d)\)|(everyone|nobody)|\+([\w.:@-]+)|([,)])/y

export const isGrantName = (text: string): boolean => /^[\w.:@-]+$/.test(text)

/** A day that some year has, '02-29' too. */
export const isMonthDay = (text: string): boolean => parseLocalDate(`2024-${text}`) !== null

/** Reads a formula, in normal form or not; null when it is none. Never deeper than its text is long, and that is bounded. */
export function readFormula(text: string): Formula | null {
  if (text.length > longest) return null
  const open: { kind: 'any' | 'all'; of: Formula[] }[] = [{ kind: 'all', of: [] }]
  let afterOne = false
  for (let at = 0; at < text.length; at = part.lastIndex) {
    part.lastIndex = at
    const found = part.exec(text)
    if (found === null) return null
    const top = open[open.length - 1]
    const mark = found[8]
    if (top === undefined || (mark === undefined) === afterOne) return null
    if (mark === ',') {
      if (open.length === 1) return null
      afterOne = false
    } else if (mark === ')') {
      const below = open[open.length - 2]
      if (below === undefined) return null
      below.of.push(top)
      open.pop()
    } else if (found[1] === 'any' || found[1] === 'all') {
      open.push({ kind: found[1], of: [] })
    } else {
      const one = leaf(found)
      if (one === null) return null
      top.of.push(one)
      afterOne = true
    }
  }
  return open.length === 1 && afterOne ? (open[0]?.of[0] ?? null) : null
}

function leaf(found: RegExpExecArray): Formula | null {
  const [, , bound, day, from, to, word, name] = found
  if (bound === 'notBefore' || bound === 'until') {
    const date = parseLocalDate(day)
    return date === null ? null : { kind: bound, date }
  }
  if (from !== undefined && to !== undefined)
    return isMonthDay(from) && isMonthDay(to) ? { kind: 'season', from, to } : null
  if (word !== undefined) return { kind: word === 'everyone' ? 'all' : 'any', of: [] }
  return name === undefined ? null : { kind: 'grant', name }
}

/** The text of a formula; of one in normal form it is the canonical text. */
export function writeFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'grant':
      return `+${formula.name}`
    case 'notBefore':
    case 'until':
      return `${formula.kind}(${formula.date})`
    case 'season':
      return `season(${formula.from},${formula.to})`
    case 'any':
    case 'all':
      if (formula.of.length === 0) return formula.kind === 'any' ? 'nobody' : 'everyone'
      return `${formula.kind}(${formula.of.map(writeFormula).join(',')})`
  }
}

/**
 * The normal form: groups of one kind flattened, parts without repetition in the order of their texts, a group of one
 * replaced by it, and everything that a part already decides left out. The meaning stays.
 */
export function normalise(formula: Formula): Formula {
  if (formula.kind !== 'any' && formula.kind !== 'all') return formula
  const { kind } = formula
  const other = kind === 'any' ? 'all' : 'any'
  const parts = new Map<string, Formula>()
  for (const one of formula.of.map(normalise)) {
    if (one.kind === other && one.of.length === 0) return one
    for (const inner of one.kind === kind ? one.of : [one]) parts.set(writeFormula(inner), inner)
  }
  // a or (a and b) is a; a and (a or b) is a.
  const kept = [...parts].filter(
    ([, one]) => one.kind !== other || !one.of.some(inner => parts.has(writeFormula(inner))),
  )
  const of = kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind, of }
}
