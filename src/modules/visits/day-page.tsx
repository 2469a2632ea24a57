import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { DataTable, type FormState, type Frame, formatCount, Page, TextField } from '../../site/index.ts'
import type { SheetLine } from './counter.ts'
import { words } from './messages.ts'
import { counterPath, dayPath } from './paths.ts'

interface DayPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly day: LocalDate
  readonly lines: readonly SheetLine[]
  readonly severalFacilities: boolean
  readonly form: FormState
}

/** What was counted on one day, to be printed and signed. */
export const DayPage = ({ frame, institution, day, lines, severalFacilities, form }: DayPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const all = { facility: '', name: say.all, total: lines.reduce((sum, { total }) => sum + total, 0) }
  const title = say.sheetTitle(formatDate(day, lang))
  return (
    <Page frame={frame} title={`${title} · ${institution.name}`} staff>
      <div class="flow">
        <h1>{title}</h1>
        <p>{institution.name}</p>
        <form class="row no-print" method="get" action={dayPath(institution.code)}>
          <TextField name="ngay" label={say.showDay} form={form} value={formatDate(day, 'vi')} />
          <p class="actions">
            <button type="submit" class="quiet">
              {say.show}
            </button>
          </p>
        </form>
        <DataTable
          lang={lang}
          caption={title}
          captionHidden
          columns={[
            ...(severalFacilities ? [{ label: say.where, cell: (row: SheetLine) => row.facility }] : []),
            { label: say.kind, cell: (row: SheetLine) => row.name, head: true },
            { label: say.count, cell: (row: SheetLine) => formatCount(row.total, lang), numeric: true },
          ]}
          rows={lines.length > 1 ? [...lines, all] : lines}
          empty={say.emptyDay}
          narrow="scroll"
        />
        <p class="signature">{say.signed}</p>
        <p class="row no-print">
          <span class="muted">{say.print}</span>
          <a href={counterPath(institution.code)}>{say.back}</a>
        </p>
      </div>
    </Page>
  )
}
