import { instantAt } from '../../kernel/instant.ts'
import { addDays, type LocalDate, localDateAt, startOfDay } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import {
  addMonths,
  firstDay,
  formatMonth,
  lastDay,
  monthOf,
  parseYearMonth,
  type YearMonth,
} from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Form, pageAsked, type RequestContext } from '../../platform/http/index.ts'
import type { Choice } from '../../site/index.ts'
import { institutionByCode, institutionsByIds } from '../institutions/index.ts'
import { lineageUp, placeByCode, placeOn, placesByIds, versionNear } from '../places/index.ts'
import { calendarChoices, listCalendar } from './activity-store.ts'
import type { CalendarView } from './calendar-page.tsx'
import { type ActivityView, describe } from './view.ts'

const rowsPerPage = 20
/** Months before this one and after it that can be asked for. */
const monthsBack = 12
const monthsAhead = 6

const inOrder = (choices: readonly Choice[]): Choice[] =>
  [...choices].sort((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1))

/** With the month that was asked for, so that the form says what is shown. */
function inOrderOfTime(months: readonly YearMonth[], asked: YearMonth | null, past: boolean): YearMonth[] {
  const all = [...new Set([...months, ...(asked === null ? [] : [asked])])].sort()
  return past ? all.reverse() : all
}

/** A commune of today with what it was made of; null when no such one was asked for. */
async function placesAsked(db: Db, code: string, today: LocalDate): Promise<string[] | null> {
  const place = /^\d{5}$/.test(code) ? await placeByCode(db, code, today) : null
  return place && [place.id, ...(await lineageUp(db, place.id)).map(ancestor => ancestor.place.id)]
}

export async function readCalendar(db: Db, query: Form, c: RequestContext): Promise<CalendarView> {
  const { lang, now } = c.var
  const today = localDateAt(now)
  const past = query.text('xem') === 'da-qua'
  const month = parseYearMonth(query.text('thang'))
  const institution = await institutionByCode(db, query.text('noi'))
  const page = pageAsked(query)
  const from = month === null ? null : startOfDay(firstDay(month))
  const until = month === null ? null : startOfDay(addDays(lastDay(month), 1))
  const asked = {
    institution: institution?.id ?? null,
    places: await placesAsked(db, query.text('xa'), today),
    backwards: past,
    // What is going on stands under what is to come until it is over.
    ...(past ? { until: until === null || until > now ? now : until, ...(from && { from }) } : {}),
    ...(past ? {} : { from: from === null || from < now ? now : from, ...(until && { until }) }),
  }
  const { activities, total } = await listCalendar(db, asked, { limit: rowsPerPage, offset: (page - 1) * rowsPerPage })
  const known = await calendarChoices(db, instantAt(firstDay(addMonths(monthOf(today), -monthsBack)), '00:00'))
  const institutions = (await institutionsByIds(db, known.institutions)).map(one => ({
    value: one.code,
    label: textIn(one.name, lang).text,
  }))
  const communes = (await placesByIds(db, known.places)).flatMap(place => {
    const on = placeOn(place, versionNear(place, today))
    return on.code === null || on.level !== 'commune' ? [] : [{ value: on.code, label: textIn(on.name, lang).text }]
  })
  const months = Array.from({ length: past ? monthsBack : monthsAhead }, (_, at) =>
    addMonths(monthOf(today), past ? -at : at),
  )
  return {
    typed: query.typed,
    past,
    today,
    communes: inOrder(communes),
    institutions: inOrder(institutions),
    months: inOrderOfTime(months, month, past).map(one => ({ value: one, label: formatMonth(one, lang) })),
    rows: await describe(db, activities, lang, now),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / rowsPerPage)),
  }
}

const weekDays = 7

/** What begins or goes on within a week, at most `limit`; called-off events are not what one plans for. */
export async function thisWeek(db: Db, c: RequestContext, limit: number): Promise<ActivityView[]> {
  const { lang, now } = c.var
  const until = startOfDay(addDays(localDateAt(now), weekDays))
  const { activities } = await listCalendar(db, { from: now, until }, { limit: limit * 2, offset: 0 })
  const on = activities.filter(({ state }) => state !== 'cancelled').slice(0, limit)
  return describe(db, on, lang, now)
}

/** What an institution has coming up, the next first. */
export async function comingUpAt(
  db: Db,
  institution: string,
  c: RequestContext,
  limit: number,
): Promise<ActivityView[]> {
  const { lang, now } = c.var
  const { activities } = await listCalendar(db, { from: now, institution }, { limit, offset: 0 })
  return describe(db, activities, lang, now)
}
