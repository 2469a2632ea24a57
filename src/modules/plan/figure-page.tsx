import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { DataTable, Facts, type Frame, KindTabs, Page, Pager, Section } from '../../site/index.ts'
import { type Asked, addressOf } from './asked.ts'
import { unknownCommune, type Way } from './breakdown.ts'
import { columnsOf, readable } from './figure-table.ts'
import { freshness, nameOf, shown, unitOf } from './figure-words.ts'
import { Chooser, type InstitutionChoice, keptBack, Misread, Months, Tile } from './figures-parts.tsx'
import { words } from './messages.ts'
import { factsAt, figureAt, figureFileAt, figuresAt } from './paths.ts'
import { formatPeriod } from './period.ts'
import type { IndicatorView, LineView } from './view.ts'

export interface FigurePageProps {
  readonly frame: Frame
  readonly view: IndicatorView
  readonly computedAt: Date | null
  readonly asked: Asked
  readonly choices: readonly InstitutionChoice[]
  /** The ways that may be chosen, with how many lines each has. */
  readonly ways: readonly { readonly way: Way; readonly lines: number }[]
  /** Of this page of the table. */
  readonly lines: readonly LineView[]
  readonly pages: number
  /** Whether the facts behind it may be read. */
  readonly mayReadFacts: boolean
}

export const linesOnPage = 20

const Breakdown = ({ frame, view, asked, ways, lines, pages, mayReadFacts }: FigurePageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { indicator } = view
  const address = addressOf(asked)
  const factsOf = (line: LineView) =>
    asked.way === 'noi'
      ? factsAt(indicator.code, { ...address, institution: line.code })
      : factsAt(indicator.code, address, line.key.trim() || unknownCommune)
  const caption = say.breakdown(nameOf(indicator, lang), say.ways[asked.way], formatPeriod(asked.period, lang))
  return (
    <Section title={caption}>
      <KindTabs
        lang={lang}
        label={say.waysLabel}
        tabs={ways.map(one => ({
          label: say.ways[one.way],
          href: figureAt(indicator.code, { ...address, way: one.way }),
          count: one.lines,
          current: one.way === asked.way,
        }))}
      />
      {asked.way === 'xa' && <p class="small muted">{say.bordersLead[asked.borders]}</p>}
      <DataTable
        lang={lang}
        caption={caption}
        captionHidden
        narrow="scroll"
        rows={lines}
        empty={say.nothing}
        columns={[
          {
            label: say.heads[asked.way],
            head: true,
            cell: line => (line.href === null ? line.name : <a href={line.href}>{line.name}</a>),
          },
          ...columnsOf(indicator, asked, lang).map(({ label, numeric, of }, at) => ({
            label,
            numeric,
            // The figure of the period itself opens its facts.
            cell: (line: LineView) =>
              mayReadFacts && at === 0 && line.standing.value !== null ? (
                <a href={factsOf(line)}>{readable(of(line), lang)}</a>
              ) : (
                readable(of(line), lang)
              ),
          })),
        ]}
      />
      <Pager
        lang={lang}
        page={asked.page}
        pages={pages}
        href={page => figureAt(indicator.code, { ...address, page })}
        label={say.page}
      />
      <div class="flow">
        <p class="small">
          {say.download}:{' '}
          <a href={figureFileAt(indicator.code, 'xlsx', address)} download>
            {say.workbookFile}
          </a>{' '}
          ·{' '}
          <a href={figureFileAt(indicator.code, 'csv', address)} download>
            {say.csvFile}
          </a>
        </p>
        {keptBack([view], lines) && <p class="small muted">{say.suppression}</p>}
      </div>
    </Section>
  )
}

/** One indicator: how it stands, how it went, where, and how it is counted. */
export const FigurePage = (props: FigurePageProps) => {
  const { frame, view, asked, choices } = props
  const { lang } = frame
  const say = words(lang)
  const { indicator, standing } = view
  const where = asked.institution === null ? say.wholeProvince : textIn(asked.institution.name, lang).text
  const name = nameOf(indicator, lang)
  const plan = standing.plan ?? standing.yearPlan
  const mayNameDay = view.lastDay !== null && (asked.institution === null || !indicator.aboutPeople)
  return (
    <Page
      frame={frame}
      title={`${name} · ${where}`}
      description={textIn(indicator.definition, lang).text}
      crumbs={[{ label: say.title, href: figuresAt() }, { label: name }]}
    >
      <h1>{`${name} · ${where}`}</h1>
      <p>{textIn(indicator.definition, lang).text}</p>
      <Misread sentences={asked.misread} />
      <Chooser
        frame={frame}
        asked={asked}
        choices={choices}
        path={figureAt(indicator.code)}
        byCommune={asked.way === 'xa'}
      />
      <h2 class="hidden">{formatPeriod(asked.period, lang)}</h2>
      <div class="grid halves">
        <div>
          <ul>
            <Tile lang={lang} view={view} asked={asked} linked={false} />
          </ul>
          <div class="flow">
            {plan !== null && (
              <p class="small">
                {say.planned(
                  shown(plan.value, lang, unitOf(indicator, lang)),
                  plan.source,
                  formatDate(plan.since, lang),
                )}
              </p>
            )}
            <p class="small muted">{freshness(props.computedAt, asked.today, lang)}</p>
            {props.mayReadFacts && (
              <p>
                <a href={factsAt(indicator.code, addressOf(asked))}>{say.behind}</a>
              </p>
            )}
          </div>
        </div>
        <Facts
          rows={[
            [say.unit, unitOf(indicator, lang)],
            [say.source, textIn(indicator.source, lang).text],
            [say.rule, textIn(indicator.rule, lang).text],
            [say.lastDay, mayNameDay && view.lastDay !== null ? formatDate(view.lastDay, lang) : null],
          ]}
        />
      </div>
      <Section title={say.byMonth(name)}>
        <Months lang={lang} view={view} />
      </Section>
      <Breakdown {...props} />
    </Page>
  )
}
