import { type LocalDate, localDateAt, yearOf } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatInteger } from '../../kernel/numbers.ts'
import { say as sayProblem } from '../../kernel/sentences.ts'
import { addMonths, firstDayOfYear, formatMonth, lastDayOfYear, monthOf } from '../../kernel/year-month.ts'
import { newId } from '../../platform/clock.ts'
import {
  actOf,
  type Form,
  get,
  may,
  post,
  type RequestContext,
  type Route,
  readForm,
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { type Institution, institutionsByIds, listInstitutions } from '../institutions/index.ts'
import { displayNames } from '../people/index.ts'
import { type Indicator, indicatorByCode, indicators } from './indicator.ts'
import { targetWords } from './messages.ts'
import { targetsAt, targetsPath } from './paths.ts'
import { setTargets } from './set-targets.ts'
import type { TargetRefusal } from './target.ts'
import {
  parseTargetPeriod,
  pasteField,
  provinceKey,
  readTargets,
  type TargetProblem,
  targetPeriodText,
} from './target-form.ts'
import { TargetPage } from './target-page.tsx'
import { targetHistory, targetsOf } from './target-store.ts'

/** More than a province has. */
const mostInstitutions = 2000
const mostHistory = 100

const fields: Readonly<Record<TargetRefusal['code'], string>> = {
  'nothing-changed': pasteField,
  'source-missing': 'nguon',
  'source-too-long': 'nguon',
  'reason-missing': 'ly-do',
  'reason-too-long': 'ly-do',
}

interface Asked {
  readonly indicator: Indicator
  readonly of: { readonly year: number; readonly month: number | null }
  /** What of the address was no period. */
  readonly typed: string | null
}

function readAsked(query: Form, today: LocalDate): Asked {
  const typed = query.text('ky')
  const of = parseTargetPeriod(typed)
  return {
    indicator: indicatorByCode(query.text('chi-so')) ?? indicators[0],
    of: of ?? { year: yearOf(today), month: null },
    typed: of === null && typed !== '' ? [...typed].slice(0, 40).join('') : null,
  }
}

/** The form in which officers of the province set what the plan asks for. */
export function targetRoutes(world: World, site: Site): Route[] {
  const { database } = world

  /** Who can be planned for: whoever was there in the period, and whoever has a plan in it. */
  const institutionsOf = async ({ indicator, of }: Asked, today: LocalDate): Promise<Institution[]> => {
    const end = lastDayOfYear(of.year)
    const on = end < today ? end : today
    const { institutions } = await listInstitutions(database, { on }, { limit: mostInstitutions, offset: 0 })
    const planned = (await targetsOf(database, { indicator: indicator.code, ...of })).flatMap(
      one => one.institution ?? [],
    )
    const missing = planned.filter(id => institutions.every(one => one.id !== id))
    return [...institutions, ...(await institutionsByIds(database, missing))]
  }

  const periodsOf = (today: LocalDate, lang: 'vi' | 'en') => {
    const say = targetWords(lang)
    const year = yearOf(today)
    const years = Array.from({ length: 6 }, (_, back) => year + 1 - back)
    const january = monthOf(firstDayOfYear(year))
    return [
      ...years.map(one => ({ value: String(one), label: say.year(String(one)) })),
      ...Array.from({ length: 12 }, (_, at) => addMonths(january, at)).map(month => ({
        value: String(month),
        label: formatMonth(month, lang),
      })),
    ]
  }

  const page = async (
    c: RequestContext,
    asked: Asked,
    given: { form: FormState; act: string; done: string | null },
    status: 200 | 422,
  ) => {
    const { lang, now } = c.var
    const say = targetWords(lang)
    const today = localDateAt(now)
    const { indicator, of } = asked
    const period = targetPeriodText(of)
    const offered = periodsOf(today, lang)
    const label =
      of.month === null
        ? say.year(String(of.year))
        : formatMonth(addMonths(monthOf(firstDayOfYear(of.year)), of.month - 1), lang)
    const periods = offered.some(one => one.value === period) ? offered : [{ value: period, label }, ...offered]
    const institutions = await institutionsOf(asked, today)
    const holding = new Map(
      (await targetsOf(database, { indicator: indicator.code, ...of })).map(one => [one.institution, one]),
    )
    const names = new Map<string | null, string>([
      [null, say.wholeProvince],
      ...institutions.map(one => [one.id, textIn(one.name, lang).text] as const),
    ])
    const history = await targetHistory(database, { indicator: indicator.code, ...of }, mostHistory)
    const people = await displayNames(database, [...new Set(history.flatMap(one => one.by ?? []))])
    return c.html(
      <TargetPage
        frame={site.staffFrame(c, null)}
        indicator={indicator}
        period={period}
        periods={periods}
        lines={[
          { code: provinceKey, name: say.wholeProvince, holding: holding.get(null) ?? null },
          ...institutions.map(one => ({
            code: one.code,
            name: names.get(one.id) ?? '',
            holding: holding.get(one.id) ?? null,
          })),
        ]}
        history={history.map(one => ({
          ...one,
          name: names.get(one.institution) ?? '',
          setBy: one.by === null ? '' : (people.get(one.by) ?? ''),
        }))}
        misread={asked.typed === null ? null : say.unknownPeriod(asked.typed, label)}
        {...given}
      />,
      status,
    )
  }

  /** GET /nghiep-vu/ke-hoach?chi-so=visits&ky=2026 */
  const show = (c: RequestContext) => {
    const query = readQuery(c)
    const done = /^[1-9]\d{0,4}$/.test(query.text('xong'))
      ? formatInteger(Number(query.text('xong')), c.var.lang)
      : null
    return page(c, readAsked(query, localDateAt(c.var.now)), { form: emptyForm, act: newId(), done }, 200)
  }

  const save = async (c: RequestContext) => {
    const form = await readForm(c)
    const asked = readAsked(form, localDateAt(c.var.now))
    const act = actOf(form)
    const refuse = (problems: readonly (TargetRefusal | TargetProblem)[]) => {
      const { refusals } = targetWords(c.var.lang)
      const errors = problems.map(problem => ({
        field: 'field' in problem ? problem.field : fields[problem.code],
        text: sayProblem(refusals, problem),
      }))
      return page(c, asked, { form: { typed: form.typed, errors }, act, done: null }, 422)
    }
    const known = new Map<string, string | null>([
      [provinceKey, null],
      ...(await institutionsOf(asked, localDateAt(c.var.now))).map(one => [one.code, one.id] as const),
    ])
    const wanted = readTargets(form, known)
    if (!wanted.ok) return refuse(wanted.problems)
    const set = await setTargets(world, {
      id: act,
      by: c.var.viewer.person,
      indicator: asked.indicator.code,
      ...asked.of,
      wanted: wanted.value,
      source: form.text('nguon'),
      reason: form.text('ly-do'),
    })
    if (!set.ok) return refuse(set.problems)
    return c.redirect(`${targetsAt(targetPeriodText(asked.of), asked.indicator.code)}&xong=${set.value.set}`, 303)
  }

  const permission = may('set-targets', 'province')
  return [get(targetsPath, permission, show), post(targetsPath, permission, save)]
}
