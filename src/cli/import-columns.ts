import { registers } from '../app/registers.ts'
import {
  agreeColumns,
  type ImportBatch,
  readLayout,
  refusalSentence,
  registerOf,
  type TableColumn,
  type TableLayout,
} from '../modules/imports/index.ts'
import { newId } from '../platform/clock.ts'
import type { World } from '../platform/world.ts'
import { type Call, Failed, textOption } from './command.ts'

/** Says how the columns of a table are understood, corrects them as asked, agrees, and gives the job that reads it. */
export async function agreeAsAsked(call: Call, world: World, batch: ImportBatch): Promise<string> {
  const { terminal, words, lang } = call
  const register = registerOf(registers, batch)
  const sheet = textOption(call, 'sheet')
  const row = textOption(call, 'header-row')
  if (row !== null && !/^\d{1,4}$/.test(row)) throw new Failed(words.import.wrongRow(row))
  const coding = textOption(call, 'coding')
  const asked = { sheet, coding, headerRow: row === null ? null : Number(row) }
  const nothingAsked = sheet === null && row === null && coding === null
  const read = nothingAsked ? null : await readLayout(world, register, batch, asked)
  if (read?.ok === false)
    throw new Failed(`${batch.fileName}: ${read.problems.map(one => refusalSentence(one, lang)).join(' ')}`)
  const found = read?.value ?? batch.layout
  if (found === null) throw new Error(`batch ${batch.id} has no columns`)
  const layout = corrected(call, found)
  const labels = new Map(register.columns.map(({ name, label }) => [name, label(lang)]))
  terminal.line(words.import.columns(batch.fileName))
  for (const [at, { heading, means }] of layout.columns.entries())
    terminal.line(
      `  ${nameOf(heading, at)} → ${means === null ? words.import.passedOver : (labels.get(means) ?? means)}`,
    )
  const remember = textOption(call, 'columns') !== null
  const ask = { act: newId(), by: null, batch: batch.id, layout, remember }
  const agreed = await agreeColumns(world, registers, ask)
  if (agreed.ok) return agreed.value.job
  const names = register.columns.map(({ name }) => name)
  const sentences = agreed.problems.map(one => refusalSentence(one, lang, register.columns)).join(' ')
  throw new Failed(`${batch.fileName}: ${sentences} ${words.import.columnsHelp(names)}`)
}

const same = (one: TableColumn, other: TableColumn | undefined): boolean => one.means === other?.means

/** Whether a table that was read already was read otherwise than this command asks: nothing would come of asking. */
export function isReadOtherwise(call: Call, { layout, state }: ImportBatch): boolean {
  if (layout === null || state === 'mapping') return false
  const row = textOption(call, 'header-row')
  const sheet = textOption(call, 'sheet')
  const coding = textOption(call, 'coding')
  return (
    (row !== null && Number(row) !== layout.headerRow) ||
    (sheet !== null && sheet !== layout.sheet) ||
    (coding !== null && coding !== layout.coding && coding !== layout.font) ||
    !corrected(call, layout).columns.every((column, at) => same(column, layout.columns[at]))
  )
}

/** A column without a heading is named by its number. */
const nameOf = (heading: string, at: number): string => heading || String(at + 1)

/** `--columns "Tên Sách=title;Ghi chú="`: what headings mean; nothing behind the sign passes a column over. */
function corrected(call: Call, layout: TableLayout): TableLayout {
  const typed = textOption(call, 'columns')
  if (typed === null) return layout
  const asked = new Map(
    typed.split(';').map((pair): [string, string] => {
      const at = pair.lastIndexOf('=')
      if (at < 1) throw new Failed(call.words.import.wrongColumns(pair))
      return [pair.slice(0, at).trim().normalize('NFC'), pair.slice(at + 1).trim()]
    }),
  )
  const columns = layout.columns.map((column, at): TableColumn => {
    const name = nameOf(column.heading, at)
    const means = asked.get(name)
    asked.delete(name)
    return means === undefined ? column : { ...column, means: means || null }
  })
  const [unknown] = asked.keys()
  if (unknown !== undefined) throw new Failed(call.words.import.wrongColumns(unknown))
  return { ...layout, columns }
}
