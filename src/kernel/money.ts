import type { Language } from './language.ts'
import { formatDecimal, formatInteger } from './numbers.ts'

/** Digits after the mark of each currency we know (ISO 4217): the đồng has none. */
const minorDigits = { VND: 0, USD: 2, EUR: 2, CNY: 2 } as const
export type Currency = keyof typeof minorDigits

/** An amount in whole minor units: đồng, cents. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** Throws on what is no whole number of minor units: an amount is counted, never measured. */
export function money(minor: number, currency: Currency = 'VND'): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no amount of ${currency}`)
  return { minor, currency }
}

/** Throws when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`)
  return money(a.minor + b.minor, a.currency)
}

const symbols = { VND: 'đ', USD: 'USD', EUR: 'EUR', CNY: 'CNY' } as const

/** '1.240.000 đ' in Vietnamese, 'VND 1,240,000' in English; the blank does not break. */
export function formatMoney({ minor, currency }: Money, language: Language): string {
  const digits = minorDigits[currency]
  const amount = digits === 0 ? formatInteger(minor, language) : formatDecimal(minor / 10 ** digits, digits, language)
  return language === 'vi' ? `${amount}\u00a0${symbols[currency]}` : `${currency}\u00a0${amount}`
}
