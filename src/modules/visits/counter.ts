import type { Language } from '../../kernel/language.ts'
import { addDays, type LocalDate, localDateAt, weekday } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { facilitiesOf, type Institution } from '../institutions/index.ts'
import { type ObjectSum, standingFacts, sumByObject } from '../participation/index.ts'
import { kindsOf } from './store.ts'
import type { VisitKind } from './visit-kind.ts'

const listedToday = 12
const listedYesterday = 30

export interface Place {
  readonly id: string
  readonly name: string
}

/** One button with what it has counted. */
export interface KindCount {
  readonly kind: VisitKind
  readonly name: string
  readonly today: number
  readonly week: number
}

/** One act of counting that still stands. */
export interface CountLine {
  readonly act: string
  readonly at: Date
  readonly kind: string
  readonly name: string
  readonly quantity: number
}

export interface Counter {
  /** Where the institution works, when that is more than one place. */
  readonly facilities: readonly Place[]
  /** The one that is counted at; null where there is no choice. */
  readonly facility: string | null
  readonly counts: readonly KindCount[]
  readonly today: readonly CountLine[]
  readonly yesterday: readonly CountLine[]
}

const nameOf = (kind: VisitKind | undefined, lang: Language): string =>
  kind === undefined ? '' : textIn(kind.name, lang).text

const placesOf = async (db: Db, institution: Institution, on: LocalDate, lang: Language): Promise<Place[]> =>
  (await facilitiesOf(db, [institution.id], on)).map(({ id, name, address }) => ({
    id,
    name: textIn(name, lang).text || address || textIn(institution.name, lang).text,
  }))

const totalOf = (sums: readonly ObjectSum[], kind: string): number =>
  sums.filter(({ object }) => object === kind).reduce((sum, { total }) => sum + total, 0)

/** What the counter's page shows: its buttons, what they counted today and since Monday, and the last acts. */
export async function readCounter(
  db: Db,
  institution: Institution,
  asked: string,
  now: Date,
  lang: Language,
): Promise<Counter> {
  const today = localDateAt(now)
  const yesterday = addDays(today, -1)
  const all = await placesOf(db, institution, today, lang)
  const facilities = all.length > 1 ? all : []
  const facility = (facilities.find(({ id }) => id === asked) ?? facilities[0])?.id ?? null
  const kinds = await kindsOf(db, institution)
  const here = { verb: 'visits.counted', institution: institution.id } as const
  const monday = addDays(today, 1 - weekday(today))
  const sums = (await sumByObject(db, { ...here, from: monday, to: today })).filter(
    sum => facility === null || sum.facility === facility,
  )
  const ofToday = sums.filter(({ day }) => day === today)
  const linesOn = async (day: LocalDate, limit: number): Promise<CountLine[]> =>
    (await standingFacts(db, { ...here, from: day, to: day }, limit))
      .filter(fact => facility === null || fact.facility === facility)
      .map(({ act, object, quantity, occurredAt }) => ({
        act,
        at: occurredAt,
        kind: object ?? '',
        quantity,
        name: nameOf(
          kinds.find(({ id }) => id === object),
          lang,
        ),
      }))
  return {
    facilities,
    facility,
    counts: kinds
      .map(kind => ({
        kind,
        name: nameOf(kind, lang),
        today: totalOf(ofToday, kind.id),
        week: totalOf(sums, kind.id),
      }))
      .filter(({ kind, week }) => !kind.retired || week > 0),
    today: await linesOn(today, listedToday),
    yesterday: await linesOn(yesterday, listedYesterday),
  }
}

/** One line of a day's sheet. */
export interface SheetLine {
  readonly facility: string
  readonly name: string
  readonly total: number
}

/** Everything that was counted on a day, by facility and button; and whether the institution has several facilities. */
export async function readSheet(
  db: Db,
  institution: Institution,
  day: LocalDate,
  lang: Language,
): Promise<{ lines: SheetLine[]; severalFacilities: boolean }> {
  const places = await placesOf(db, institution, day, lang)
  const kinds = await kindsOf(db, institution)
  const sums = await sumByObject(db, { verb: 'visits.counted', institution: institution.id, from: day, to: day })
  const place = (id: string | null): string => places.find(one => one.id === id)?.name ?? ''
  const order = (id: string | null): number => kinds.findIndex(one => one.id === id)
  const lines = sums.map(sum => ({
    facility: place(sum.facility),
    at: order(sum.object),
    name: nameOf(
      kinds.find(({ id }) => id === sum.object),
      lang,
    ),
    total: sum.total,
  }))
  return {
    severalFacilities: places.length > 1,
    lines: lines.sort(
      (a, b) =>
        places.findIndex(p => p.name === a.facility) - places.findIndex(p => p.name === b.facility) || a.at - b.at,
    ),
  }
}

/** What an act of counting counted, in words; '' for the name of a button that is not there. */
export async function kindName(db: Db, institution: Institution, kind: string, lang: Language): Promise<string> {
  return nameOf(
    (await kindsOf(db, institution)).find(({ id }) => id === kind),
    lang,
  )
}
