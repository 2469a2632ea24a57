import type { Language } from '../kernel/language.ts'

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' }

/** 30.010 in Vietnamese, 30,010 in English. */
export const count = (value: number, lang: Language): string => new Intl.NumberFormat(locales[lang]).format(value)

/** 0,988 in Vietnamese, 0.988 in English: always so many digits, that columns stand. */
export const decimal = (value: number, digits: number, lang: Language): string =>
  new Intl.NumberFormat(locales[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** Octets as a person reads them. */
export function octets(value: number, lang: Language): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3))
  const digits = power === 0 || value / 1000 ** power >= 100 ? 0 : 1
  const shown = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: digits }).format(value / 1000 ** power)
  return `${shown} ${units[power]}`
}

/** Under a minute in seconds, then in minutes and seconds. */
export function duration(seconds: number, lang: Language): string {
  const whole = Math.max(0, Math.round(seconds))
  const [minute, second] = lang === 'vi' ? ['phút', 'giây'] : ['min', 's']
  return whole < 60 ? `${whole} ${second}` : `${Math.floor(whole / 60)} ${minute} ${whole % 60} ${second}`
}

/** Follows a piece of work: how fast, how long still. `now` in milliseconds. */
export function pace(start: number) {
  let first: number | null = null
  return (done: number, total: number | null, now: number): { perSecond: number; secondsLeft: number | null } => {
    // What was done before we looked says nothing about the speed.
    first ??= done
    const seconds = Math.max(0.001, (now - start) / 1000)
    const perSecond = (done - first) / seconds
    return { perSecond, secondsLeft: total === null || perSecond <= 0 ? null : (total - done) / perSecond }
  }
}
