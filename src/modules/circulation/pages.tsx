import { formatDate } from '../../kernel/local-date.ts'
import { DataTable, type Frame, formatCount, Notice, Page } from '../../site/index.ts'
import type { LoanLine } from './desk.ts'
import { LoanState } from './loans.tsx'
import { words } from './messages.ts'
import { deskAt } from './paths.ts'

interface DesksPageProps {
  readonly frame: Frame
  readonly desks: readonly { readonly code: string; readonly name: string }[]
}

export const DesksPage = ({ frame, desks }: DesksPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.chooseDesk} staff>
      <h1>{say.chooseDesk}</h1>
      {desks.length === 0 ? (
        <Notice kind="care">
          <p>{say.noDesk}</p>
        </Notice>
      ) : (
        <>
          <p class="muted">{say.chooseDeskHelp}</p>
          <ul class="list plain-list">
            {desks.map(desk => (
              <li>
                <a href={deskAt(desk.code, 'muon', null)}>{desk.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

interface OverduePageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly lines: readonly (LoanLine & { readonly reader: string })[]
  /** How many there are in all; the list may be cut. */
  readonly total: number
}

/** Made to be printed and taken along on the rounds. */
export const OverduePage = ({ frame, institution, lines, total }: OverduePageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={`${say.overdueList} · ${institution.name}`} staff>
      <h1>{`${say.overdueList} · ${institution.name}`}</h1>
      {total > lines.length && (
        <p class="muted">{say.overdueCut(formatCount(lines.length, lang), formatCount(total, lang))}</p>
      )}
      <DataTable
        lang={lang}
        caption={say.overdueList}
        captionHidden
        rows={lines}
        empty={say.noOverdue}
        columns={[
          { label: say.patron, head: true, cell: line => line.reader },
          { label: say.item, cell: line => `${line.title} (${line.barcode})` },
          { label: say.due, cell: line => formatDate(line.dueOn, lang) },
          { label: say.state, cell: line => <LoanState line={line} lang={lang} /> },
        ]}
      />
    </Page>
  )
}
