import { say } from '../../kernel/sentences.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../../platform/clock.ts'
import { actOf, type Form, type RequestContext, readForm, readQuery } from '../../platform/http/index.ts'
import { emptyForm, type FormState } from '../../site/index.ts'
import { describeItems, type Item, itemById } from '../catalogue/index.ts'
import { branchesOf, type Institution } from '../institutions/index.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { cardIn, modeIn } from './desk-query.ts'
import { type NoteRefusal, noteCopy } from './note-copy.ts'
import { NotePage } from './note-page.tsx'
import { deskAt } from './paths.ts'
import { sheetWords } from './sheet-words.ts'

/** The copy of the address, where this institution or a branch of it keeps it. */
async function ownCopy({ world }: Given, c: RequestContext, institution: Institution): Promise<Item | null> {
  const id = c.req.param('held') ?? ''
  const item = isUuid(id) ? await itemById(world.database, id) : null
  if (item === null || item.isWithdrawn) return null
  return (await branchesOf(world.database, institution.id)).includes(item.keeper) ? item : null
}

async function notePage(
  given: Given,
  c: RequestContext,
  institution: Institution,
  item: Item,
  from: Form,
  form: FormState,
) {
  const at = named(institution, c)
  const described = (await describeItems(given.world.database, [item.id], c.var.lang)).get(item.id)
  return (
    <NotePage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      copy={{
        item: item.id,
        title: described?.title ?? '',
        barcode: described?.barcode ?? '',
        note: item.note ?? '',
      }}
      mode={modeIn(from)}
      card={cardIn(from)}
      form={form}
      act={newId()}
    />
  )
}

export async function showNote(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const item = await ownCopy(given, c, institution)
  return item === null ? c.notFound() : c.html(await notePage(given, c, institution, item, readQuery(c), emptyForm))
}

export async function takeNote(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const item = await ownCopy(given, c, institution)
  if (item === null) return c.notFound()
  const form = await readForm(c)
  const result = await noteCopy(given.world, {
    act: actOf(form),
    by: c.var.viewer.person,
    institution: institution.id,
    item: item.id,
    note: form.text('ghi-chu').replaceAll(/\s+/g, ' '),
    now: c.var.now,
  })
  if (result.ok) return c.redirect(deskAt(institution.code, modeIn(form), cardIn(form)), 303)
  const { noteRefusals } = sheetWords(c.var.lang)
  const errors = result.problems.map(problem => ({
    field: 'ghi-chu',
    text: say<NoteRefusal>(noteRefusals, problem),
  }))
  return c.html(await notePage(given, c, institution, item, form, { typed: form.typed, errors }), 422)
}
