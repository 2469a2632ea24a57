import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { branchNamed, branchOfDay, canChiOfDay, canChiOfMonth, canChiOfYear } from './can-chi.ts'
import { addDays, localDate } from './local-date.ts'
import { fromLunar, lunarCalendarSince, lunarMonths, toLunar } from './lunar.ts'
import { formatLunar, lunarInWords, lunarMonthName } from './lunar-words.ts'

interface Year {
  readonly year: number
  readonly canChi: string
  readonly tet: string
  readonly tetCanChi: string
  readonly leapMonth: number | null
  readonly days: number
  readonly months: readonly (readonly [month: number, leap: 0 | 1, first: string, length: number])[]
}

const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/lunar', name), 'utf8'))
const years: readonly Year[] = fixture('vietnam-1968-2099.json').years
const vectors = fixture('test-vectors.json')
const plain = (month: number, day: number, year: number) => ({ year, month, leap: false, day })

describe('the Vietnamese lunar calendar', () => {
  it('agrees with the table in every month of 132 years', () => {
    assert.equal(years.length, 132)
    assert.equal(years[0]?.year, lunarCalendarSince)
    for (const { year, months, leapMonth } of years) {
      const ours = lunarMonths(year)
      assert.deepEqual(
        ours.map(one => [one.month, one.leap ? 1 : 0, one.firstDay, one.days]),
        months,
      )
      assert.equal(ours.find(one => one.leap)?.month ?? null, leapMonth)
    }
  })

  it('goes there and back on every day', () => {
    for (let date = localDate('1968-01-29'); date < '2100-01-01'; date = addDays(date, 1)) {
      const lunar = toLunar(date)
      if (date.endsWith('7')) assert.equal(fromLunar(lunar), date)
      assert.ok(lunar.day >= 1 && lunar.day <= 30)
    }
  })

  it('has Tết where Vietnam has it, even where China does not', () => {
    for (const [year, day] of Object.entries<string>(vectors.tetVietnam))
      assert.equal(fromLunar(plain(1, 1, Number(year))), day)
    for (const [year, [vietnam, china]] of Object.entries<[string, string]>(vectors.differsFromChina)) {
      assert.equal(fromLunar(plain(1, 1, Number(year))), vietnam)
      assert.notDeepEqual(toLunar(localDate(china)), plain(1, 1, Number(year)))
    }
  })

  it('has the known leap months', () => {
    for (const [year, month] of Object.entries<number>(vectors.leapMonths))
      assert.equal(lunarMonths(Number(year)).find(one => one.leap)?.month, month)
    assert.deepEqual(toLunar(localDate('2025-07-25')), { year: 2025, month: 6, leap: true, day: 1 })
  })

  it('has the dated festivals of the province', () => {
    for (const { gregorian, lunar, day } of vectors.lunarDates) {
      const date = toLunar(localDate(gregorian))
      assert.equal(`${date.day}/${date.month}/${date.year}`, lunar)
      if (day !== undefined) assert.equal(canChiOfDay(localDate(gregorian)), day)
    }
  })

  it('has no month and no day that the year lacks', () => {
    assert.equal(fromLunar({ year: 2026, month: 6, leap: true, day: 1 }), null)
    assert.equal(fromLunar(plain(1, 0, 2026)), null)
    assert.equal(fromLunar(plain(13, 1, 2026)), null)
    const short = lunarMonths(2026).find(month => month.days === 29)
    assert.equal(fromLunar(plain(short?.month ?? 0, 30, 2026)), null)
  })

  it('can say what today’s rules would give for older days', () => {
    assert.deepEqual(toLunar(localDate('1945-09-02')), plain(7, 26, 1945))
    assert.deepEqual(toLunar(localDate('1890-05-19')), plain(4, 1, 1890))
  })
})

describe('can chi', () => {
  it('names years and the day of Tết as the table does', () => {
    for (const { year, canChi, tet, tetCanChi } of years) {
      assert.equal(canChiOfYear(year), canChi)
      assert.equal(canChiOfDay(localDate(tet)), tetCanChi)
    }
    for (const [day, name] of vectors.canChi) assert.equal(canChiOfDay(localDate(day)), name)
  })

  it('names months', () => {
    assert.equal(canChiOfMonth(2026, 1), 'Canh Dần')
    assert.equal(canChiOfMonth(2024, 1), 'Bính Dần')
    assert.equal(canChiOfMonth(2024, 12), 'Đinh Sửu')
  })

  it('finds the days of a branch', () => {
    assert.equal(branchOfDay(localDate('2025-02-04')), branchNamed('Thìn'))
    assert.equal(branchNamed('Rồng'), -1)
  })
})

describe('a lunar date in words', () => {
  it('always says that it is lunar', () => {
    assert.equal(formatLunar(plain(10, 20, 2026), 'vi'), '20/10 ÂL')
    assert.equal(formatLunar({ year: 2025, month: 6, leap: true, day: 20 }, 'vi'), '20/6 nhuận ÂL')
    assert.equal(formatLunar(plain(10, 20, 2026), 'en'), '20/10 lunar')
  })

  it('is said as people say it', () => {
    assert.equal(lunarInWords(plain(1, 1, 2027), 'vi'), 'mùng 1 tháng Giêng')
    assert.equal(lunarInWords(plain(3, 10, 2026), 'vi'), 'mùng 10 tháng Ba')
    assert.equal(lunarInWords(plain(7, 15, 2026), 'vi'), 'rằm tháng Bảy')
    assert.equal(lunarInWords(plain(12, 23, 2026), 'vi'), '23 tháng Chạp')
    assert.equal(lunarMonthName(11, true, 'vi'), 'tháng Mười một nhuận')
    assert.equal(lunarInWords(plain(12, 23, 2026), 'en'), 'day 23 of lunar month 12')
  })
})
