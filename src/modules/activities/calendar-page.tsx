import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate, localDateAt, weekday } from '../../kernel/local-date.ts'
import { toLunar } from '../../kernel/lunar.ts'
import { formatLunar } from '../../kernel/lunar-words.ts'
import {
  type Choice,
  type Frame,
  formatCount,
  Page,
  Pager,
  type ResultItem,
  ResultList,
  SelectField,
} from '../../site/index.ts'
import { words } from './messages.ts'
import { activityPath, calendarPath } from './paths.ts'
import { type ActivityView, hoursOf } from './view.ts'

export interface CalendarView {
  readonly typed: Readonly<Record<string, string>>
  readonly past: boolean
  readonly today: LocalDate
  readonly communes: readonly Choice[]
  readonly institutions: readonly Choice[]
  readonly months: readonly Choice[]
  readonly rows: readonly ActivityView[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const filters = ['xa', 'noi', 'thang'] as const

/** The calendar narrowed as it is, on another page or turned to what is over. */
function address(typed: CalendarView['typed'], past: boolean, page: number): string {
  const query = new URLSearchParams()
  for (const name of filters) if (typed[name]) query.set(name, typed[name])
  if (past) query.set('xem', 'da-qua')
  if (page > 1) query.set('trang', String(page))
  return query.size === 0 ? calendarPath : `${calendarPath}?${query}`
}

/** 'Thứ bảy, 28/11/2026' and, beside it, '20/10 ÂL'. */
export const DayName = ({ day, lang, today }: { day: LocalDate; lang: Language; today: LocalDate }) => {
  const say = words(lang)
  return (
    <>
      {day === today && `${say.today} · `}
      {say.weekdays[weekday(day) - 1]}, {formatDate(day, lang)}{' '}
      <small class="muted digits">{formatLunar(toLunar(day), lang)}</small>
    </>
  )
}

/** An event as a row of a list; under the heading of its day it need not say the day. */
export const itemOf = (view: ActivityView, lang: Language, facts = hoursOf(view.activity, lang)): ResultItem => ({
  icon: 'festival',
  kind: `${words(lang).kinds[view.activity.details.kind]} · ${view.institution.name}`,
  title: view.title,
  href: activityPath(view.activity.id),
  ...(view.titleLang === undefined ? {} : { lang: view.titleLang }),
  facts: [facts, view.activity.details.where, view.place?.name ?? ''].filter(text => text !== '').join(' · '),
  state: view.state,
})

const byDay = (rows: readonly ActivityView[]): [LocalDate, ActivityView[]][] => {
  const days = new Map<LocalDate, ActivityView[]>()
  for (const row of rows) {
    const day = localDateAt(row.activity.startsAt)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days]
}

const Narrowing = ({ lang, view }: { lang: Language; view: CalendarView }) => {
  const say = words(lang)
  const form = { typed: view.typed, errors: [] }
  return (
    <form action={calendarPath} class="no-print" aria-label={say.filter}>
      {view.past && <input type="hidden" name="xem" value="da-qua" />}
      <SelectField
        name="xa"
        label={say.commune}
        form={form}
        choices={[{ value: '', label: say.anyCommune }, ...view.communes]}
      />
      <SelectField
        name="noi"
        label={say.institution}
        form={form}
        choices={[{ value: '', label: say.anyInstitution }, ...view.institutions]}
      />
      <SelectField
        name="thang"
        label={say.month}
        form={form}
        choices={[{ value: '', label: say.anyMonth }, ...view.months]}
      />
      <p class="actions">
        <button type="submit" class="quiet">
          {say.filter}
        </button>
      </p>
    </form>
  )
}

/** What is on, day by day, with the lunar date that people here reckon by. */
export const CalendarPage = ({ frame, view, origin }: { frame: Frame; view: CalendarView; origin: string }) => {
  const { lang } = frame
  const say = words(lang)
  const heading = view.past ? `${say.calendar}: ${say.past}` : say.calendar
  return (
    <Page
      frame={frame}
      title={heading}
      crumbs={[{ label: say.calendar }]}
      description={say.calendarLead}
      share={{ origin, path: address(view.typed, view.past, 1), type: 'website' }}
    >
      <div class="flow">
        <h1>{heading}</h1>
        <p>{say.calendarLead}</p>
      </div>
      <div class="grid sided">
        <Narrowing lang={lang} view={view} />
        <div class="flow">
          <div class="row apart">
            <p class="muted">{say.found(formatCount(view.total, lang))}</p>
            <a href={address({}, !view.past, 1)}>{view.past ? say.seeUpcoming : say.seePast}</a>
          </div>
          {view.rows.length === 0 && (
            <p>
              {say.none} <a href={calendarPath}>{say.wholeProvince}</a>
            </p>
          )}
          {byDay(view.rows).map(([day, rows]) => (
            <>
              <h2>
                <DayName day={day} lang={lang} today={view.today} />
              </h2>
              <ResultList items={rows.map(row => itemOf(row, lang))} />
            </>
          ))}
          <Pager lang={lang} page={view.page} pages={view.pages} href={page => address(view.typed, view.past, page)} />
        </div>
      </div>
    </Page>
  )
}
