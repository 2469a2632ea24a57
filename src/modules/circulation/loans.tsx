import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { DataTable, State } from '../../site/index.ts'
import type { LoanLine } from './desk.ts'
import { words } from './messages.ts'

/** How long a loan may stay, or how late it is. */
export const LoanState = ({ line, lang }: { line: LoanLine; lang: Language }) => {
  const say = words(lang)
  if (line.daysLeft < 0) return <State kind="late">{say.overdue(-line.daysLeft)}</State>
  return line.daysLeft <= 2 ? (
    <State kind="few">{say.dueIn(line.daysLeft)}</State>
  ) : (
    <span>{say.dueIn(line.daysLeft)}</span>
  )
}

/** A list of loans with what is due when; the desk's and the reader's own. */
export const Loans = ({
  lang,
  caption,
  loans,
  empty,
}: {
  lang: Language
  caption: string
  loans: readonly LoanLine[]
  empty: string
}) => {
  const say = words(lang)
  return (
    <DataTable
      lang={lang}
      caption={caption}
      captionHidden
      rows={loans}
      empty={empty}
      columns={[
        {
          label: say.item,
          head: true,
          cell: line => (
            <>
              <a href={line.path}>{line.title}</a> <small class="digits muted">{line.barcode}</small>
            </>
          ),
        },
        { label: say.due, cell: line => <span class="digits">{formatDate(line.dueOn, lang)}</span> },
        { label: say.state, cell: line => <LoanState line={line} lang={lang} /> },
      ]}
    />
  )
}
