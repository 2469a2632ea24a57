import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { instantAt } from '../../kernel/instant.ts'
import { type LocalDate, localDateAt, localTimeAt, yearOf } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'
import type { Form } from '../../platform/http/index.ts'
import { spokenLanguages } from '../institutions/index.ts'
import { type Activity, type ActivityPlan, activityKinds, audienceKinds } from './activity.ts'

/** The fields of the form, by what they ask. */
export const fields = {
  title: 'ten',
  titleEn: 'ten-en',
  description: 'mo-ta',
  descriptionEn: 'mo-ta-en',
  kind: 'loai',
  facility: 'co-so',
  where: 'o-dau',
  commune: 'xa',
  day: 'ngay',
  from: 'tu',
  endDay: 'ngay-het',
  to: 'den',
  capacity: 'so-cho',
  opensDay: 'mo-ngay',
  opensTime: 'mo-gio',
  closesDay: 'dong-ngay',
  closesTime: 'dong-gio',
  audience: 'cho-ai',
  audienceNote: 'cho-ai-ro',
  languages: 'tieng',
  cost: 'phi',
  accessibility: 'tiep-can',
} as const
type FieldName = (typeof fields)[keyof typeof fields]

export type ActivityProblem =
  | { readonly code: 'title-missing' }
  | { readonly code: 'where-missing' }
  | { readonly code: 'commune-unknown' }
  | { readonly code: 'text-too-long'; readonly field: FieldName; readonly limit: number }
  | { readonly code: 'day-unreadable'; readonly field: FieldName; readonly typed: string }
  | { readonly code: 'time-unreadable'; readonly field: FieldName; readonly typed: string }
  | { readonly code: 'ends-before-it-starts' }
  | { readonly code: 'too-long'; readonly days: number }
  | { readonly code: 'capacity-unreadable'; readonly typed: string }
  | { readonly code: 'cost-unreadable'; readonly typed: string }
  | { readonly code: 'closes-before-it-opens' }
  | { readonly code: 'closes-after-it-ends' }

/** Where an event may be, as the form offers it. */
export interface Grounds {
  readonly facilities: readonly { readonly id: string; readonly place: string | null }[]
  /** Ids of the communes by their codes. */
  readonly communes: ReadonlyMap<string, string>
}

const longestTitle = 200
const longestText = 4000
const longestLine = 300
const mostSeats = 100_000
const longestDays = 60
const yearsAhead = [2000, 2100] as const

/** '8:30', '08h30', '8 giờ 30', '14h' → '08:30', '14:00'; null when it is no time of day. */
export function parseTypedTime(typed: string): string | null {
  const parts = /^(\d{1,2})\s*(?:[:.h]|giờ)?\s*(\d{2})?\s*(?:phút)?$/iu.exec(typed.trim())
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)]
  if (parts === null || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const inBoth = (vi: string, en: string): LocalizedText => [
  ...(vi === '' ? [] : [{ lang: 'vi', text: vi, state: 'original' as const }]),
  ...(en === '' ? [] : [{ lang: 'en', text: en, state: 'translated' as const }]),
]

/** Reads an event as its organiser typed it, or says everything that is wrong with it. */
export function parseActivity(form: Form, grounds: Grounds): Result<ActivityPlan, ActivityProblem> {
  const problems: ActivityProblem[] = []
  const text = (field: FieldName, limit: number): string => {
    const typed = form.text(field)
    if (lengthInCodePoints(typed) > limit) problems.push({ code: 'text-too-long', field, limit })
    return typed
  }
  const day = (field: FieldName): LocalDate | null => {
    const date = parseTypedDate(form.text(field))
    if (date !== null && yearOf(date) >= yearsAhead[0] && yearOf(date) <= yearsAhead[1]) return date
    problems.push({ code: 'day-unreadable', field, typed: form.text(field).slice(0, 40) })
    return null
  }
  const time = (field: FieldName): string | null => {
    const read = parseTypedTime(form.text(field))
    if (read === null) problems.push({ code: 'time-unreadable', field, typed: form.text(field).slice(0, 40) })
    return read
  }
  const moment = (on: LocalDate | null, at: string | null): Date | null =>
    on === null || at === null ? null : instantAt(on, at)
  /** A moment that may be left out; without an hour the day's first or last minute. */
  const optional = (dayField: FieldName, timeField: FieldName, otherwise: string): Date | null => {
    if (form.text(dayField) === '' && form.text(timeField) === '') return null
    return moment(day(dayField), form.text(timeField) === '' ? otherwise : time(timeField))
  }
  const count = (field: FieldName, most: number): number | null => {
    const digits = form.text(field).replace(/[.\s]/g, '')
    return /^\d{1,9}$/.test(digits) && Number(digits) <= most ? Number(digits) : null
  }

  const title = text(fields.title, longestTitle).replace(/\s+/g, ' ')
  if (title === '') problems.push({ code: 'title-missing' })
  const titleEn = text(fields.titleEn, longestTitle).replace(/\s+/g, ' ')
  const description = text(fields.description, longestText)
  const descriptionEn = text(fields.descriptionEn, longestText)
  const facility = grounds.facilities.find(({ id }) => id === form.text(fields.facility)) ?? null
  const where = text(fields.where, longestLine)
  if (facility === null && where === '') problems.push({ code: 'where-missing' })
  const code = form.text(fields.commune)
  const commune = code === '' ? null : (grounds.communes.get(code) ?? null)
  if (code !== '' && commune === null) problems.push({ code: 'commune-unknown' })

  const startDay = day(fields.day)
  const startsAt = moment(startDay, time(fields.from))
  const endDay = form.text(fields.endDay) === '' ? startDay : day(fields.endDay)
  const endsAt = moment(endDay, time(fields.to))
  if (startsAt !== null && endsAt !== null) {
    if (endsAt <= startsAt) problems.push({ code: 'ends-before-it-starts' })
    if (endsAt.getTime() - startsAt.getTime() > longestDays * 86_400_000)
      problems.push({ code: 'too-long', days: longestDays })
  }
  const opensAt = optional(fields.opensDay, fields.opensTime, '00:00')
  const closesAt = optional(fields.closesDay, fields.closesTime, '23:59')
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) problems.push({ code: 'closes-before-it-opens' })
  if (endsAt !== null && closesAt !== null && closesAt > endsAt && endDay !== localDateAt(closesAt))
    problems.push({ code: 'closes-after-it-ends' })

  const typedCapacity = form.text(fields.capacity)
  const capacity = typedCapacity === '' ? null : count(fields.capacity, mostSeats)
  if (typedCapacity !== '' && (capacity === null || capacity === 0))
    problems.push({ code: 'capacity-unreadable', typed: typedCapacity.slice(0, 20) })
  const typedCost = form.text(fields.cost)
  const cost = typedCost === '' ? 0 : count(fields.cost, 999_999_999)
  if (cost === null) problems.push({ code: 'cost-unreadable', typed: typedCost.slice(0, 20) })
  const audienceNote = text(fields.audienceNote, longestLine)
  const accessibility = text(fields.accessibility, longestLine)
  if (problems.length > 0 || startsAt === null || endsAt === null) return refused(problems)

  const languages = spokenLanguages.map(({ tag }) => tag).filter(tag => form.all(fields.languages).includes(tag))
  return ok({
    facility: facility?.id ?? null,
    place: commune ?? facility?.place ?? null,
    startsAt,
    endsAt,
    capacity,
    opensAt,
    closesAt,
    details: {
      title: inBoth(title, titleEn),
      description: inBoth(description, descriptionEn),
      kind: activityKinds.find(kind => kind === form.text(fields.kind)) ?? 'other',
      audience: audienceKinds.find(kind => kind === form.text(fields.audience)) ?? 'everyone',
      audienceNote,
      languages: languages.length > 0 ? languages : ['vi'],
      cost: money(cost ?? 0),
      accessibility: inBoth(accessibility, ''),
      where,
    },
  })
}

/** The field at which a problem is mended. */
export const fieldOfProblem = (problem: ActivityProblem): string => {
  if ('field' in problem) return problem.field
  const at: Readonly<
    Record<Exclude<ActivityProblem['code'], 'text-too-long' | 'day-unreadable' | 'time-unreadable'>, FieldName>
  > = {
    'title-missing': fields.title,
    'where-missing': fields.where,
    'commune-unknown': fields.commune,
    'ends-before-it-starts': fields.to,
    'too-long': fields.endDay,
    'capacity-unreadable': fields.capacity,
    'cost-unreadable': fields.cost,
    'closes-before-it-opens': fields.closesDay,
    'closes-after-it-ends': fields.closesDay,
  }
  return at[problem.code]
}

const textOf = (text: LocalizedText, lang: string): string => text.find(entry => entry.lang === lang)?.text ?? ''

/** What the form shows of an event that is there; `commune` is the code of its unit, where it is not the facility's. */
export function typedOf(activity: Activity, commune: string): Record<string, string> {
  const { details, startsAt, endsAt, opensAt, closesAt, capacity } = activity
  const day = (instant: Date | null) => (instant === null ? '' : localDateAt(instant))
  const time = (instant: Date | null) => (instant === null ? '' : localTimeAt(instant))
  return {
    [fields.title]: textOf(details.title, 'vi'),
    [fields.titleEn]: textOf(details.title, 'en'),
    [fields.description]: textOf(details.description, 'vi'),
    [fields.descriptionEn]: textOf(details.description, 'en'),
    [fields.kind]: details.kind,
    [fields.facility]: activity.facility ?? '',
    [fields.where]: details.where,
    [fields.commune]: commune,
    [fields.day]: day(startsAt),
    [fields.from]: time(startsAt),
    [fields.endDay]: day(startsAt) === day(endsAt) ? '' : day(endsAt),
    [fields.to]: time(endsAt),
    [fields.capacity]: capacity === null ? '' : String(capacity),
    [fields.opensDay]: day(opensAt),
    [fields.opensTime]: time(opensAt),
    [fields.closesDay]: day(closesAt),
    [fields.closesTime]: time(closesAt),
    [fields.audience]: details.audience,
    [fields.audienceNote]: details.audienceNote,
    [fields.cost]: details.cost.minor === 0 ? '' : String(details.cost.minor),
    [fields.accessibility]: textOf(details.accessibility, 'vi'),
  }
}
