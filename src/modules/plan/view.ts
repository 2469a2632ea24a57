import type { Language } from '../../kernel/language.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionPaths, institutionsByIds } from '../institutions/index.ts'
import type { Asked } from './asked.ts'
import { type Line, linesOf } from './breakdown.ts'
import { type Indicator, indicators } from './indicator.ts'
import { achieved, type FigurePeriod, monthsShown, type Standing, standingIn, yearOfPeriod } from './period.ts'
import type { Published24 } from './publications.ts'
import type { Published } from './publish.ts'
import type { Target } from './target.ts'
import { targetsOfYear } from './target-store.ts'

/** A plan that a figure is held against, and how far it got. */
export interface PlanView {
  readonly value: number
  /** 1 is all of it; null where nothing is published. */
  readonly achieved: number | null
  readonly source: string
  readonly since: LocalDate
}

/** How something stands: in the period, and against what was planned. */
export interface StandingView extends Standing {
  /** Of the period itself: a year's plan for a year, a month's for a month. */
  readonly plan: PlanView | null
  /** Of the whole year, against the year so far; for a year the same as `plan`. */
  readonly yearPlan: PlanView | null
}

export interface LineView extends Line {
  readonly standing: StandingView
}

/** One indicator as a page shows it. */
export interface IndicatorView {
  readonly indicator: Indicator
  readonly standing: StandingView
  /** Twelve months, the period's last one at the end, each with the same month of the year before. */
  readonly months: readonly { readonly month: YearMonth; readonly value: Published; readonly before: Published }[]
  /** The last day up to the period's end that a fact speaks of; null where none ever did. */
  readonly lastDay: LocalDate | null
}

type Held = Pick<Target, 'value' | 'source' | 'since'>

const planView = (target: Held | undefined, reached: Published): PlanView | null =>
  target === undefined || target.value === null
    ? null
    : { value: target.value, achieved: achieved(reached, target.value), source: target.source, since: target.since }

/** Looks up what is planned: of an indicator, an institution (null: the province), a month (null: the whole year). */
function plansIn(targets: readonly Target[]) {
  const known = new Map(targets.map(one => [`${one.indicator} ${one.institution} ${one.month}`, one]))
  return {
    targets,
    of: (indicator: string, institution: string | null, month: number | null) =>
      known.get(`${indicator} ${institution} ${month}`),
  }
}

type Plans = ReturnType<typeof plansIn>

export const readPlans = async (db: Db, period: FigurePeriod): Promise<Plans> =>
  plansIn(await targetsOfYear(db, yearOfPeriod(period)))

/** `whose`: an institution's id, null for the province, undefined for what nobody plans for. */
export function standingOf(
  period: FigurePeriod,
  indicator: Indicator,
  figures: readonly Published[],
  plans: Plans,
  whose: string | null | undefined,
): StandingView {
  const standing = standingIn(period, indicator, figures)
  const of = (month: number | null) => (whose === undefined ? undefined : plans.of(indicator.code, whose, month))
  const yearPlan = planView(of(null), standing.toDate)
  const ofMonth = period.kind === 'year' ? null : planView(of(Number(period.last.slice(5))), standing.value)
  return { ...standing, yearPlan, plan: period.kind === 'year' ? yearPlan : ofMonth }
}

const silence: readonly Published[] = []

/** One indicator of the province or of the institution that is asked for. */
export async function readIndicator(
  published: Published24,
  indicator: Indicator,
  { period, institution }: Pick<Asked, 'period' | 'institution'>,
  plans: Plans,
): Promise<IndicatorView> {
  const { province, institutions, months } = await published.of(indicator, period.last)
  const figures = institution === null ? province : (institutions.get(institution.id) ?? silence)
  const standing = standingOf(period, indicator, figures, plans, institution?.id ?? null)
  const start = months.length - monthsShown
  return {
    indicator,
    standing,
    months: months.slice(start).map((month, at) => ({
      month,
      value: figures[start + at] ?? null,
      before: figures[start + at - monthsShown] ?? null,
    })),
    lastDay: await published.lastDay(indicator, institution?.id ?? null, period.last),
  }
}

export interface FiguresView {
  readonly computedAt: Date | null
  readonly indicators: readonly IndicatorView[]
}

/** Every indicator for the province or for one institution. */
export async function readFigures(
  db: Db,
  published: Published24,
  asked: Pick<Asked, 'period' | 'institution'>,
): Promise<FiguresView> {
  const plans = await readPlans(db, asked.period)
  const all = await Promise.all(indicators.map(indicator => readIndicator(published, indicator, asked, plans)))
  return { computedAt: published.computed.at, indicators: all }
}

/** Numbers by size, then what is not published, then silence. */
const rank = (value: Published): number => (value === null ? -2 : value === 'not-published' ? -1 : value)

/** Institutions that were asked for something and of which nothing was ever said: silence beside the plan. */
async function plannedOnly(
  db: Db,
  { code }: Indicator,
  { targets }: Plans,
  lines: readonly Line[],
  lang: Language,
): Promise<Line[]> {
  const told = new Set(lines.map(line => line.key))
  const ids = targets.flatMap(one =>
    one.indicator === code && one.value !== null && one.month === null ? (one.institution ?? []) : [],
  )
  const known = await institutionsByIds(
    db,
    ids.filter(id => !told.has(id)),
  )
  return known.map(one => ({
    key: one.id,
    code: one.code,
    name: textIn(one.name, lang).text,
    href: institutionPaths.institution(one.code),
    figures: silence,
  }))
}

/** Every line of a breakdown. The largest first; what is not published says nothing by its place. */
export async function readLines(
  db: Db,
  published: Published24,
  indicator: Indicator,
  asked: Asked,
  lang: Language,
  plans: Plans,
): Promise<LineView[]> {
  const { period, way, borders, institution, today } = asked
  const lines = await linesOf(db, await published.of(indicator, period.last), {
    way,
    borders,
    institution: institution?.id ?? null,
    today,
    lang,
  })
  const silent = way === 'noi' && institution === null ? await plannedOnly(db, indicator, plans, lines, lang) : []
  return [...lines, ...silent]
    .map(line => ({
      ...line,
      standing: standingOf(period, indicator, line.figures, plans, way === 'noi' ? line.key : undefined),
    }))
    .sort((a, b) => rank(b.standing.value) - rank(a.standing.value))
}

const nothing: StandingView = { value: null, before: null, toDate: null, plan: null, yearPlan: null }

/** How each of these institutions stands in every indicator, in the order of `indicators`. */
export async function readMatrix(
  db: Db,
  published: Published24,
  period: FigurePeriod,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingView[]>> {
  const plans = await readPlans(db, period)
  const publications = await Promise.all(indicators.map(indicator => published.of(indicator, period.last)))
  return new Map(
    ids.map(id => [
      id,
      indicators.map((indicator, at) => {
        const figures = publications[at]?.institutions.get(id)
        return figures === undefined ? nothing : standingOf(period, indicator, figures, plans, id)
      }),
    ]),
  )
}
