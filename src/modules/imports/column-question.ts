import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { emptyForm, type FormState, type Site } from '../../site/index.ts'
import { ColumnsPage, codingOf, columnField } from './columns-page.tsx'
import type { ImportBatch } from './import-batch.ts'
import type { TableLayout } from './layout.ts'
import { refusalSentence } from './messages.ts'
import { agreeColumns } from './move-batch.ts'
import { batchPath } from './paths.ts'
import { columnsShown, readLayout } from './read-layout.ts'
import type { ImportRefusal } from './refusal.ts'
import { type Column, type Register, registerOf } from './register.ts'

type Place = { readonly code: string; readonly name: string } | null

/** What the columns of a table mean: asked on the page of its batch until somebody agrees. */
export function columnQuestion(world: World, registers: readonly Register[], site: Site) {
  /** The layout that a person asks for: another sheet, headings elsewhere; the stored one when nothing is asked. */
  const layoutAsked = async (
    batch: ImportBatch,
    { sheet, row, coding }: Readonly<Record<'sheet' | 'row' | 'coding', string | undefined>>,
  ) => {
    const headerRow = /^\d{1,4}$/.test(row ?? '') ? Number(row) : null
    const asked = sheet || batch.layout?.sheet || null
    const letters = coding || (batch.layout === null ? null : codingOf(batch.layout))
    if (batch.layout !== null) {
      const sameRow = headerRow === null || headerRow === batch.layout.headerRow
      if (asked === batch.layout.sheet && sameRow && letters === codingOf(batch.layout)) return ok(batch.layout)
    }
    return readLayout(world, registerOf(registers, batch), batch, { sheet: asked, headerRow, coding: letters })
  }

  const page = (c: RequestContext, batch: ImportBatch, at: Place, form: FormState, layout: TableLayout | null) => {
    if (layout === null) throw new Error(`batch ${batch.id} has no columns to ask for`)
    return c.html(
      ColumnsPage({
        frame: site.staffFrame(c, at),
        batch,
        layout,
        register: registerOf(registers, batch),
        institution: at?.name ?? '',
        form,
        act: newId(),
      }),
      form.errors.length > 0 ? 422 : 200,
    )
  }

  /** The question, of the sheet and the row of headings that the address names. */
  const ask = async (c: RequestContext, batch: ImportBatch, at: Place, form: FormState): Promise<Response> => {
    const sheet = c.req.query('trang-tinh')
    const before = c.req.query('tu')
    // The row was one of the sheet that was looked at before; of another sheet it says nothing.
    const row = sheet === undefined || before === undefined || before === sheet ? c.req.query('dong') : undefined
    const asked = await layoutAsked(batch, { sheet, row, coding: c.req.query('bang-ma') })
    const errors = [...form.errors, ...(asked.ok ? [] : generalErrors(asked.problems, c))]
    return page(c, batch, at, { ...form, errors }, asked.ok ? asked.value : batch.layout)
  }

  const agree = async (c: RequestContext, batch: ImportBatch, at: Place): Promise<Response> => {
    const form = await readForm(c)
    const again = (problems: readonly ImportRefusal[], layout: TableLayout | null, typed = form.typed) =>
      page(c, batch, at, { typed, errors: generalErrors(problems, c, registerOf(registers, batch).columns) }, layout)
    const asked = await layoutAsked(batch, {
      sheet: form.text('trang-tinh'),
      row: form.text('dong'),
      coding: form.text('bang-ma'),
    })
    if (!asked.ok) return again(asked.problems, batch.layout)
    if (columnsShown(asked.value) !== form.text('cac-cot'))
      return again([{ code: 'columns-changed' }], asked.value, emptyForm.typed)
    const columns = asked.value.columns.map((column, index) => ({
      ...column,
      means: form.text(columnField(index)) || null,
    }))
    const layout = { ...asked.value, columns }
    const request = { act: actOf(form), by: c.var.viewer.person, batch: batch.id, layout, remember: true }
    const agreed = await agreeColumns(world, registers, request)
    if (agreed.ok) return c.redirect(batchPath(batch.id), 303)
    return again(agreed.problems, layout)
  }

  return { ask, agree }
}

/** Problems that stand above the form, beside its first column. */
export const generalErrors = (problems: readonly ImportRefusal[], c: RequestContext, columns: readonly Column[] = []) =>
  problems.map(problem => ({ field: columnField(0), text: refusalSentence(problem, c.var.lang, columns) }))
