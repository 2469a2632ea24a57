import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatInteger } from '../../kernel/numbers.ts'
import { DataTable, type Frame, Page, Pager } from '../../site/index.ts'
import type { BareFact } from '../participation/index.ts'
import { type Asked, addressOf } from './asked.ts'
import { nameOf, unitOf } from './figure-words.ts'
import { Chooser, type InstitutionChoice, Misread } from './figures-parts.tsx'
import type { Indicator } from './indicator.ts'
import { words } from './messages.ts'
import { factsAt, figureAt } from './paths.ts'
import { formatPeriod } from './period.ts'

export interface FactsPageProps {
  readonly frame: Frame
  readonly indicator: Indicator
  readonly asked: Asked
  /** The key of the line whose facts these are; null is all of the institution or province. */
  readonly line: string | null
  readonly choices: readonly InstitutionChoice[]
  readonly facts: readonly BareFact[]
  readonly count: number
  readonly sum: number
  readonly pages: number
  readonly whereIs: (fact: BareFact) => {
    readonly institution: string
    readonly site: string
    readonly commune: string
  }
}

const voidedText = ({ voided }: BareFact, lang: Language): string => (voided === null ? '' : words(lang).voided[voided])

/** The anonymous facts that a figure is the sum of. */
export const FactsPage = (props: FactsPageProps) => {
  const { frame, indicator, asked, facts, whereIs } = props
  const { lang } = frame
  const say = words(lang)
  const address = addressOf(asked)
  const where = asked.institution === null ? say.wholeProvince : textIn(asked.institution.name, lang).text
  const title = `${say.factsTitle}: ${nameOf(indicator, lang)}`
  return (
    <Page frame={frame} title={title} staff>
      <h1>{title}</h1>
      <p class="muted">{say.factsLead}</p>
      <Misread sentences={asked.misread} />
      <Chooser frame={frame} asked={asked} choices={props.choices} path={factsAt(indicator.code)} />
      <p>
        <b>
          {say.factsSum(
            formatInteger(props.count, lang),
            `${formatInteger(props.sum, lang)} ${unitOf(indicator, lang)}`,
            `${where}, ${formatPeriod(asked.period, lang)}`,
          )}
        </b>{' '}
        <a href={figureAt(indicator.code, address)}>{say.backToFigure}</a>
      </p>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        rows={facts}
        empty={say.noFacts}
        columns={[
          { label: say.day, head: true, cell: fact => <span class="digits">{formatDate(fact.occurredOn, lang)}</span> },
          { label: say.verb, cell: fact => say.verbs[fact.verb] },
          { label: say.institution, cell: fact => whereIs(fact).institution },
          { label: say.heads['dia-diem'], cell: fact => whereIs(fact).site },
          { label: say.heads.xa, cell: fact => whereIs(fact).commune },
          { label: unitOf(indicator, lang), numeric: true, cell: fact => formatInteger(fact.quantity, lang) },
          { label: say.voidedColumn, cell: fact => voidedText(fact, lang) },
        ]}
      />
      <Pager
        lang={lang}
        page={asked.page}
        pages={props.pages}
        href={page => factsAt(indicator.code, { ...address, page }, props.line)}
      />
    </Page>
  )
}
