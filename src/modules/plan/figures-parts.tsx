import type { Language } from '../../kernel/language.ts'
import { formatMonth } from '../../kernel/year-month.ts'
import { BarChart, DataTable, type Frame, Notice, SelectField, StatTile } from '../../site/index.ts'
import type { Asked } from './asked.ts'
import { achievedSentence, comparedSentence, inPeriod, nameOf, shown, silentSince, unitOf } from './figure-words.ts'
import { words } from './messages.ts'
import { figureAt, figuresPath } from './paths.ts'
import { formatPeriod, periodText } from './period.ts'
import type { Published } from './publish.ts'
import type { IndicatorView, LineView } from './view.ts'

/** An institution that may be chosen. */
export interface InstitutionChoice {
  readonly code: string
  readonly name: string
}

/** What of the address could not be read, and what is shown instead. */
export const Misread = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.length === 0 ? null : (
    <Notice kind="care">
      {sentences.map(sentence => (
        <p>{sentence}</p>
      ))}
    </Notice>
  )

/** The form that chooses period and institution, and, by communes, the units. */
export const Chooser = ({
  frame,
  asked,
  choices,
  path = figuresPath,
  byCommune = false,
}: {
  frame: Frame
  asked: Asked
  choices: readonly InstitutionChoice[]
  path?: string
  byCommune?: boolean
}) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <form action={path} aria-label={say.chooseWhat} class="row">
      <SelectField
        name="ky"
        label={say.period}
        value={periodText(asked.period)}
        choices={asked.periods.map(one => ({ value: periodText(one), label: formatPeriod(one, lang) }))}
      />
      <SelectField
        name="noi"
        label={say.institution}
        value={asked.institution?.code ?? ''}
        choices={[
          { value: '', label: say.wholeProvince },
          ...choices.map(one => ({ value: one.code, label: one.name })),
        ]}
      />
      {byCommune && (
        <SelectField
          name="dia-gioi"
          label={say.borders}
          value={asked.borders}
          choices={[
            { value: 'hom-nay', label: say.bordersToday },
            { value: 'luc-do', label: say.bordersThen },
          ]}
        />
      )}
      {path !== figuresPath && asked.way !== 'noi' && <input type="hidden" name="theo" value={asked.way} />}
      <p class="actions">
        <button type="submit">{say.show}</button>
      </p>
    </form>
  )
}

/** What a chart can draw. */
const drawn = (value: Published): number | null => (value === 'not-published' ? null : value)

/** What the period's own plan says, else how far the year has come on its plan. */
function planOf({ standing }: IndicatorView, asked: Asked, lang: Language) {
  const { plan, yearPlan } = standing
  if (asked.period.kind === 'month' && plan !== null) {
    return { plan, reached: standing.value, sentence: achievedSentence(plan, 'month', lang) }
  }
  return { plan: yearPlan, reached: standing.toDate, sentence: achievedSentence(yearPlan, 'year', lang) }
}

/** One indicator as a tile. `linked`: it leads to the indicator's own page. */
export const Tile = ({
  lang,
  view,
  asked,
  linked,
}: {
  lang: Language
  view: IndicatorView
  asked: Asked
  linked: boolean
}) => {
  const say = words(lang)
  const { indicator, standing } = view
  const unit = unitOf(indicator, lang)
  const { plan, reached, sentence } = planOf(view, asked, lang)
  const flowOfMonth = asked.period.kind === 'month' && indicator.kind === 'flow'
  const notes = [
    flowOfMonth && standing.toDate !== null ? say.yearToDate(shown(standing.toDate, lang, unit)) : null,
    comparedSentence(standing, asked.period, lang),
  ].filter(note => note !== null)
  return (
    <StatTile
      lang={lang}
      name={`${nameOf(indicator, lang)}, ${inPeriod(indicator, asked.period, lang)}`}
      figure={standing.value === null ? null : shown(standing.value, lang, unit)}
      silentSince={silentSince(view, asked.period, asked.institution !== null, lang)}
      history={view.months.map(one => drawn(one.value))}
      {...(linked
        ? {
            href: figureAt(indicator.code, {
              period: periodText(asked.period),
              institution: asked.institution?.code ?? null,
            }),
          }
        : {})}
      {...(sentence === null ? {} : { achieved: sentence })}
      {...(plan !== null && typeof reached === 'number' ? { value: reached, plan: plan.value } : {})}
      {...(notes.length > 0 ? { note: notes.join(' ') } : {})}
    />
  )
}

/** Twelve months as bars, and as a table beside the same months of the year before. */
export const Months = ({ lang, view }: { lang: Language; view: IndicatorView }) => {
  const say = words(lang)
  const name = nameOf(view.indicator, lang)
  const bars = view.months.map(one => ({ label: String(Number(one.month.slice(5, 7))), value: drawn(one.value) }))
  return (
    <>
      {bars.some(({ value }) => value !== null && value > 0) && (
        <BarChart lang={lang} sentence={say.chart(name)} bars={bars} />
      )}
      <DataTable
        lang={lang}
        caption={say.byMonth(name)}
        captionHidden
        narrow="scroll"
        rows={view.months}
        empty={say.nothing}
        columns={[
          { label: say.month, head: true, cell: one => formatMonth(one.month, lang) },
          { label: unitOf(view.indicator, lang), numeric: true, cell: one => shown(one.value, lang) },
          { label: say.monthBefore, numeric: true, cell: one => (one.before === null ? '' : shown(one.before, lang)) },
        ]}
      />
    </>
  )
}

/** Whether anything that these show is not published. */
export const keptBack = (views: readonly IndicatorView[], lines: readonly LineView[] = []): boolean =>
  [...views, ...lines].some(({ standing }) =>
    [standing.value, standing.before, standing.toDate].includes('not-published'),
  ) || views.some(({ months }) => months.some(one => one.value === 'not-published' || one.before === 'not-published'))
