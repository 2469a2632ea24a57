import { textIn } from '../../kernel/localized-text.ts'
import { DataTable, type Frame, Page, Pager, Section } from '../../site/index.ts'
import { type Asked, addressOf } from './asked.ts'
import { freshness, nameOf, shown } from './figure-words.ts'
import { Chooser, type InstitutionChoice, keptBack, Misread, Tile } from './figures-parts.tsx'
import { indicators } from './indicator.ts'
import { words } from './messages.ts'
import { figuresAt, figuresFileAt, figuresWorkbookAt } from './paths.ts'
import { formatPeriod } from './period.ts'
import type { FiguresView, StandingView } from './view.ts'

export interface MatrixRow {
  readonly institution: InstitutionChoice
  /** In the order of `indicators`. */
  readonly standings: readonly StandingView[]
}

export interface FiguresPageProps {
  readonly frame: Frame
  readonly view: FiguresView
  readonly asked: Asked
  readonly choices: readonly InstitutionChoice[]
  /** The institutions of this page of the table; none when one institution was chosen. */
  readonly matrix: readonly MatrixRow[]
  readonly pages: number
}

export const institutionsOnPage = 20

/** The figures, what was planned, how they went, and where. */
export const FiguresPage = ({ frame, view, asked, choices, matrix, pages }: FiguresPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { institution, period } = asked
  const where = institution === null ? say.wholeProvince : textIn(institution.name, lang).text
  const address = addressOf(asked)
  const hidden =
    keptBack(view.indicators) || matrix.some(row => row.standings.some(one => one.value === 'not-published'))
  return (
    <Page frame={frame} title={`${say.title} · ${where}`} description={say.lead}>
      <h1>{`${say.planTitle} · ${where}`}</h1>
      <p class="muted">{say.lead}</p>
      <Misread sentences={asked.misread} />
      <Chooser frame={frame} asked={asked} choices={choices} />
      <h2 class="hidden">{say.title}</h2>
      <ul class="grid thirds">
        {view.indicators.map(one => (
          <Tile lang={lang} view={one} asked={asked} linked />
        ))}
      </ul>
      <div class="flow">
        <p class="small muted">
          {freshness(view.computedAt, asked.today, lang)} {say.planMark}
        </p>
        <p class="small">
          {say.download}:{' '}
          <a href={figuresWorkbookAt(address)} download>
            {say.workbookFile}
          </a>{' '}
          ·{' '}
          <a href={figuresFileAt(address)} download>
            {say.csvFile}
          </a>
        </p>
        {hidden && <p class="small muted">{say.suppression}</p>}
      </div>
      {institution === null && (
        <Section title={say.matrix(formatPeriod(period, lang))}>
          <DataTable
            lang={lang}
            caption={say.matrix(formatPeriod(period, lang))}
            captionHidden
            narrow="scroll"
            rows={matrix}
            empty={say.nothing}
            columns={[
              {
                label: say.institution,
                head: true,
                cell: ({ institution: { code, name } }) => (
                  <a href={figuresAt({ ...address, institution: code })}>{name}</a>
                ),
              },
              ...indicators.map((indicator, at) => ({
                label: nameOf(indicator, lang),
                numeric: true,
                cell: ({ standings }: MatrixRow) => {
                  const value = standings[at]?.value ?? null
                  return value === null ? '' : shown(value, lang)
                },
              })),
            ]}
          />
          <Pager
            lang={lang}
            page={asked.page}
            pages={pages}
            href={page => figuresAt({ ...address, page })}
            label={say.page}
          />
        </Section>
      )}
    </Page>
  )
}
