import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatMonth, type YearMonth } from '../../kernel/year-month.ts'
import {
  BarChart,
  DataTable,
  Facts,
  type Frame,
  formatCount,
  Notice,
  Page,
  Pager,
  Section,
  SelectField,
  StatTile,
} from '../../site/index.ts'
import { words } from './messages.ts'
import { figuresAt, figuresFileAt, figuresPath } from './paths.ts'
import type { Published } from './publish.ts'
import type { FiguresView, IndicatorView } from './view.ts'

export interface FiguresPageProps {
  readonly frame: Frame
  readonly view: FiguresView
  /** What of the address could not be read, in sentences. */
  readonly misread: readonly string[]
  readonly month: YearMonth
  readonly months: readonly YearMonth[]
  readonly institution: { readonly code: string; readonly name: string } | null
  /** What may be chosen. */
  readonly choices: readonly { readonly code: string; readonly name: string }[]
  readonly nameOf: (institution: string) => { readonly name: string; readonly href: string }
  readonly page: number
}

export const institutionsOnPage = 20

/** What a chart can draw. */
const drawn = (value: Published): number | null => (value === 'not-published' ? null : value)

function shown(value: Published, lang: Language, unit?: string): string {
  const say = words(lang)
  if (value === null) return say.silent
  if (value === 'not-published') return say.notPublished
  return unit === undefined ? formatCount(value, lang) : `${formatCount(value, lang)} ${unit}`
}

const monthLabel = (month: YearMonth): string => String(Number(month.slice(5, 7)))

const Tile = ({ lang, view, month }: { lang: Language; view: IndicatorView; month: YearMonth }) => {
  const say = words(lang)
  const { indicator, value } = view
  const unit = textIn(indicator.unit, lang).text
  const when = formatMonth(month, lang)
  return (
    <StatTile
      lang={lang}
      name={`${textIn(indicator.name, lang).text}, ${indicator.kind === 'stock' ? say.atEndOf(when) : say.inMonth(when)}`}
      figure={value === null ? null : shown(value, lang, unit)}
      silentSince={when}
      history={view.months.map(one => drawn(one.value))}
      {...(indicator.kind === 'flow' && view.yearToDate !== null
        ? { note: say.yearToDate(shown(view.yearToDate, lang, unit)) }
        : {})}
    />
  )
}

const MonthTable = ({ lang, view }: { lang: Language; view: IndicatorView }) => {
  const say = words(lang)
  const name = textIn(view.indicator.name, lang).text
  const bars = view.months.map(one => ({ label: monthLabel(one.month), value: drawn(one.value) }))
  return (
    <Section title={say.byMonth(name)}>
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
          {
            label: textIn(view.indicator.unit, lang).text,
            numeric: true,
            cell: one => shown(one.value, lang),
          },
        ]}
      />
    </Section>
  )
}

const InstitutionTable = ({ props, view }: { props: FiguresPageProps; view: IndicatorView }) => {
  const { lang } = props.frame
  const say = words(lang)
  const caption = say.byInstitution(textIn(view.indicator.name, lang).text, formatMonth(props.month, lang))
  const from = (props.page - 1) * institutionsOnPage
  return (
    <Section title={caption}>
      <DataTable
        lang={lang}
        caption={caption}
        captionHidden
        narrow="scroll"
        rows={view.institutions.slice(from, from + institutionsOnPage)}
        empty={say.nothing}
        columns={[
          {
            label: say.institution,
            head: true,
            cell: one => {
              const { name, href } = props.nameOf(one.institution)
              return <a href={href}>{name}</a>
            },
          },
          { label: textIn(view.indicator.unit, lang).text, numeric: true, cell: one => shown(one.value, lang) },
        ]}
      />
    </Section>
  )
}

/** Whether anything that this page shows is not published. */
const keptBack = ({ indicators }: FiguresView): boolean =>
  indicators.some(({ months, institutions, yearToDate }) =>
    [...months, ...institutions, { value: yearToDate }].some(({ value }) => value === 'not-published'),
  )

/** Two figures, what they count, how they went, and where. */
export const FiguresPage = (props: FiguresPageProps) => {
  const { frame, view, month, institution } = props
  const { lang } = frame
  const say = words(lang)
  const where = institution?.name ?? say.wholeProvince
  const longest = Math.max(0, ...view.indicators.map(one => one.institutions.length))
  return (
    <Page frame={frame} title={`${say.title} · ${where}`}>
      <h1>{`${say.title} · ${where}`}</h1>
      <p class="muted">{say.lead}</p>
      {props.misread.length > 0 && (
        <Notice kind="care">
          {props.misread.map(sentence => (
            <p>{sentence}</p>
          ))}
        </Notice>
      )}
      <form action={figuresPath} aria-label={say.chooseWhat} class="row">
        <SelectField
          name="thang"
          label={say.period}
          value={month}
          choices={props.months.map(one => ({ value: one, label: formatMonth(one, lang) }))}
        />
        <SelectField
          name="noi"
          label={say.institution}
          value={institution?.code ?? ''}
          choices={[
            { value: '', label: say.wholeProvince },
            ...props.choices.map(one => ({ value: one.code, label: one.name })),
          ]}
        />
        <p class="actions">
          <button type="submit">{say.show}</button>
        </p>
      </form>
      <h2 class="hidden">{say.title}</h2>
      <ul class="grid halves">
        {view.indicators.map(one => (
          <Tile lang={lang} view={one} month={month} />
        ))}
      </ul>
      <p class="small muted">
        {view.computedAt === null ? say.notYetComputed : say.freshness(formatInstant(view.computedAt, lang))}{' '}
        <a href={figuresFileAt(institution?.code ?? null, month)} download>
          {say.download}
        </a>
      </p>
      {keptBack(view) && <p class="small muted">{say.suppression}</p>}
      <div class="grid halves">
        {view.indicators.map(one => (
          <MonthTable lang={lang} view={one} />
        ))}
      </div>
      {institution === null && (
        <div class="grid halves">
          {view.indicators.map(one => (
            <InstitutionTable props={props} view={one} />
          ))}
        </div>
      )}
      <Pager
        lang={lang}
        page={props.page}
        pages={Math.ceil(longest / institutionsOnPage)}
        href={page => figuresAt(institution?.code ?? null, month, page)}
        label={say.page}
      />
      <Section title={say.howCounted}>
        <Facts
          rows={view.indicators.map(({ indicator }) => [
            textIn(indicator.name, lang).text,
            `${textIn(indicator.definition, lang).text} ${say.unit}: ${textIn(indicator.unit, lang).text}.`,
          ])}
        />
      </Section>
    </Page>
  )
}
