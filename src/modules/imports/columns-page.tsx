import {
  ActForm,
  Actions,
  DataTable,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Section,
  SelectField,
  TextField,
} from '../../site/index.ts'
import type { ImportBatch } from './import-batch.ts'
import { codings } from './imports-page.tsx'
import type { TableColumn, TableLayout } from './layout.ts'
import { words } from './messages.ts'
import { batchPath, batchPaths, importsPath } from './paths.ts'
import { columnsShown } from './read-layout.ts'
import type { Register } from './register.ts'

/** The name of the choice for one column, counted from 1. */
export const columnField = (at: number): string => `cot-${at + 1}`

interface ColumnsPageProps {
  readonly frame: Frame
  readonly batch: ImportBatch
  readonly layout: TableLayout
  readonly register: Register
  readonly institution: string
  readonly form: FormState
  readonly act: string
}

/** What the letters of a table are in, as the choice on the page names it. */
export const codingOf = ({ font, coding }: Pick<TableLayout, 'font' | 'coding'>): string => font ?? coding ?? 'unicode'

/** Which sheet, and where its headings are: looked at once more without changing anything. */
const LookAgain = ({ frame: { lang }, batch, layout }: ColumnsPageProps) => {
  const say = words(lang)
  return (
    <form method="get" action={batchPath(batch.id)} class="row">
      <input type="hidden" name="tu" value={layout.sheet ?? ''} />
      {layout.sheets.length > 1 && (
        <SelectField
          name="trang-tinh"
          label={say.sheet}
          choices={layout.sheets.map(name => ({ value: name, label: name }))}
          value={layout.sheet ?? ''}
        />
      )}
      <SelectField
        name="bang-ma"
        label={say.coding}
        choices={[
          { value: 'unicode', label: say.unicode },
          ...codings.map(value => ({ value, label: say.codings[value] })),
        ]}
        value={codingOf(layout)}
      />
      <TextField name="dong" label={say.headerRow} inputmode="numeric" value={String(layout.headerRow)} maxlength={4} />
      <button type="submit" class="quiet">
        {say.lookAgain}
      </button>
    </form>
  )
}

/** A table whose columns nobody has agreed to yet: what was guessed, beside what stands in them. */
export const ColumnsPage = (props: ColumnsPageProps) => {
  const { frame, batch, layout, register, institution, form, act } = props
  const { lang } = frame
  const say = words(lang)
  const choices = [
    { value: '', label: say.passOver },
    ...register.columns.map(column => ({ value: column.name, label: column.label(lang) })),
  ]
  const named = ({ heading }: TableColumn, at: number) => heading || say.columnNumber(formatCount(at + 1, lang))
  return (
    <Page frame={frame} title={`${say.columnsTitle}: ${batch.fileName}`} staff>
      <ErrorSummary lang={lang} title={say.refusedFile(form.errors.length)} form={form} />
      <div class="flow">
        <p class="small">
          <a href={importsPath}>{say.backToList}</a>
        </p>
        <h1>{say.columnsTitle}</h1>
        <p class="muted">{`${batch.fileName} · ${institution} · ${register.words(lang).choice}`}</p>
        <p>{layout.remembered ? say.columnsRemembered : say.columnsLead}</p>
        {layout.font !== null && <p>{say.fontRead(say.codings[layout.font])}</p>}
        <LookAgain {...props} />
      </div>
      <Section title={say.eachColumn}>
        <ActForm action={batchPaths.columns(batch.id)} act={act} label={say.columnsTitle}>
          <input type="hidden" name="trang-tinh" value={layout.sheet ?? ''} />
          <input type="hidden" name="dong" value={String(layout.headerRow)} />
          <input type="hidden" name="bang-ma" value={codingOf(layout)} />
          <input type="hidden" name="cac-cot" value={columnsShown(layout)} />
          <DataTable
            lang={lang}
            caption={say.columnsTitle}
            captionHidden
            rows={layout.columns.map((column, at) => ({ column, at }))}
            empty={say.noRecords}
            columns={[
              { label: say.columnHeading, head: true, cell: ({ column, at }) => named(column, at) },
              {
                label: say.columnMeans,
                cell: ({ column, at }) => (
                  <select id={columnField(at)} name={columnField(at)} aria-label={say.meansOf(named(column, at))}>
                    {choices.map(({ value, label }) => (
                      <option value={value} selected={value === (form.typed[columnField(at)] ?? column.means ?? '')}>
                        {label}
                      </option>
                    ))}
                  </select>
                ),
              },
              {
                label: say.columnSample,
                cell: ({ at }) => (
                  <ul class="small">
                    {layout.sample
                      .flatMap(cells => cells[at] || [])
                      .slice(0, 3)
                      .map(text => (
                        <li>{shortened(text)}</li>
                      ))}
                  </ul>
                ),
              },
            ]}
          />
          <Actions submit={say.readTable} back={{ href: batchPaths.withdraw(batch.id), label: say.withdraw }} />
        </ActForm>
      </Section>
      {layout.sample.length === 0 && <Notice kind="care">{say.noRecords}</Notice>}
    </Page>
  )
}

const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length <= 60 ? text : `${letters.slice(0, 60).join('')}…`
}
