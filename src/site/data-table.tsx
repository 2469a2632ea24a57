import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

export interface Column<Row> {
  /** Empty over buttons and links: only those who listen are told what the column holds. */
  readonly label: string
  readonly cell: (row: Row) => Child
  /** Figures stand at the right, digits under digits. */
  readonly numeric?: boolean
  /** Names the row. Usually the first column. */
  readonly head?: boolean
  readonly sorted?: 'ascending' | 'descending'
  /** Orders the table by this column. */
  readonly sortHref?: string
}

interface DataTableProps<Row> {
  readonly lang: Language
  readonly caption: string
  /** When a heading just above says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** A sentence and what to do, when there is no row. */
  readonly empty: Child
  /** On telephones rows become blocks; `scroll` keeps a wide table whole in a region that scrolls sideways. */
  readonly narrow?: 'stack' | 'scroll'
}

const Heading = <Row,>({ lang, column }: { lang: Language; column: Column<Row> }) => {
  const say = words(lang)
  const name = column.label === '' ? <span class="hidden">{say.actions}</span> : column.label
  const label = column.sortHref === undefined ? name : <a href={column.sortHref}>{name}</a>
  return (
    <th role="columnheader" scope="col" class={column.numeric ? 'number' : undefined} aria-sort={column.sorted}>
      {label}
      {column.sorted && <small>{column.sorted === 'ascending' ? say.sortedUp : say.sortedDown}</small>}
    </th>
  )
}

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.head ? (
    <th role="rowheader" scope="row">
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" class={column.numeric ? 'number' : undefined} data-l={column.label || undefined}>
      {column.cell(row)}
    </td>
  )

/** The roles are spoken out because a table shown as blocks loses its own. */
export function DataTable<Row>({
  lang,
  caption,
  captionHidden,
  columns,
  rows,
  empty,
  narrow = 'stack',
}: DataTableProps<Row>) {
  if (rows.length === 0) return <p>{empty}</p>
  const table = (
    <table role="table" class={narrow === 'stack' ? 'stack' : columns.length > 4 ? 'many' : undefined}>
      <caption class={captionHidden ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <Heading lang={lang} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr role="row">
            {columns.map(column => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'stack') return table
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words(lang).tableRegion(caption)}>
      {table}
    </div>
  )
}
