import { type Formula, isGrantName, isMonthDay, normalise, readFormula, writeFormula } from './audience-formula.ts'
import type { LocalDate } from './local-date.ts'

declare const brand: unique symbol

/**
 * Who may see something: a small formula over opaque grants, as its canonical text, such as
 * 'any(+circulate@tvt,all(+signed-in,notBefore(2026-12-01)))'. Equal formulas have equal texts, so an audience can be
 * stored, compared and counted as it stands. Whatever does not admit a viewer keeps them out.
 */
export type Audience = string & { readonly [brand]: 'Audience' }

const written = (formula: Formula): Audience => writeFormula(normalise(formula)) as Audience

export const everyone: Audience = written({ kind: 'all', of: [] })
export const nobody: Audience = written({ kind: 'any', of: [] })

/** A damaged text admits nobody, wherever it comes from. */
const formulaOf = (audience: string): Formula => readFormula(audience) ?? { kind: 'any', of: [] }

/** Those who hold the grant: letters, digits and . : @ - _ */
export function grant(name: string): Audience {
  if (!isGrantName(name)) throw new RangeError(`${name} is no name of a grant`)
  return written({ kind: 'grant', name })
}

/** Those whom at least one of these admits; of none, nobody. */
export const any = (...audiences: readonly Audience[]): Audience =>
  written({ kind: 'any', of: audiences.map(formulaOf) })

/** Those whom each of these admits; of none, everyone. */
export const all = (...audiences: readonly Audience[]): Audience =>
  written({ kind: 'all', of: audiences.map(formulaOf) })

/** Everyone, from this day on. */
export const notBefore = (date: LocalDate): Audience => written({ kind: 'notBefore', date })

/** Everyone, up to and with this day. */
export const until = (date: LocalDate): Audience => written({ kind: 'until', date })

/** Everyone, every year from one day to another, 'MM-DD' and both included; season('11-01', '02-29') is a winter. */
export function season(from: string, to: string): Audience {
  if (!isMonthDay(from) || !isMonthDay(to)) throw new RangeError(`${from} to ${to} is no season`)
  return written({ kind: 'season', from, to })
}

/** Reads an audience, in canonical text or not; null when it is none. */
export function parseAudience(text: unknown): Audience | null {
  const formula = typeof text === 'string' ? readFormula(text) : null
  return formula === null ? null : written(formula)
}

/** Whether a viewer with these grants may see it today. */
export const allows = (audience: Audience, grants: ReadonlySet<string>, today: LocalDate): boolean =>
  admits(formulaOf(audience), grants, today)

function admits(formula: Formula, grants: ReadonlySet<string>, today: LocalDate): boolean {
  switch (formula.kind) {
    case 'grant':
      return grants.has(formula.name)
    case 'notBefore':
      return formula.date <= today
    case 'until':
      return today <= formula.date
    case 'season':
      return inSeason(formula.from, formula.to, today.slice(5))
    case 'any':
      return formula.of.some(one => admits(one, grants, today))
    case 'all':
      return formula.of.every(one => admits(one, grants, today))
  }
}

const inSeason = (from: string, to: string, day: string): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to
