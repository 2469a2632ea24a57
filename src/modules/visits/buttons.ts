import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import type { LocalizedText, TextIn } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Form } from '../../platform/http/index.ts'
import { type Act, perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { Institution } from '../institutions/index.ts'
import { kindsOf, lockKinds, saveKinds } from './store.ts'
import type { VisitKind } from './visit-kind.ts'

const longestName = 40
/** More do not fit on a telephone at a busy door. */
const mostInUse = 12

export type ButtonProblem =
  | { readonly code: 'no-name'; readonly field: string }
  | { readonly code: 'name-too-long'; readonly field: string; readonly limit: number }
  | { readonly code: 'same-name'; readonly field: string; readonly name: string }
  | { readonly code: 'bad-order'; readonly field: string }
  | { readonly code: 'none-left'; readonly field: string }
  | { readonly code: 'too-many-buttons'; readonly field: string; readonly limit: number }

/** The fields of one button; `moi` is the one to be added. */
export const fieldsOf = (id: string) => ({
  vi: `ten-${id}`,
  en: `anh-${id}`,
  order: `thu-tu-${id}`,
  asksNumber: `so-${id}`,
  inUse: `dung-${id}`,
})
export const newButton = 'moi'

interface Typed {
  readonly kind: VisitKind
  readonly order: number
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, ' ').replaceAll(/\s+/g, ' ')

/** The name with its Vietnamese and English as typed; what it is called in other languages stays. */
function named(before: LocalizedText, vi: string, en: string): LocalizedText {
  const others = before.filter(({ lang }) => lang !== 'vi' && lang !== 'en')
  const texts: TextIn[] = [{ lang: 'vi', text: vi, state: 'original' }]
  if (en !== '') texts.push({ lang: 'en', text: en, state: 'translated' })
  return [...texts, ...others]
}

const shownName = (kind: VisitKind): string => kind.name.find(({ lang }) => lang === 'vi')?.text ?? ''

/** The list as typed, in its order, those put away last; every problem at once. */
export function readButtons(form: Form, kinds: readonly VisitKind[]): Result<VisitKind[], ButtonProblem> {
  const problems: ButtonProblem[] = []
  const typed: Typed[] = []
  const added = form.text(fieldsOf(newButton).vi) === '' ? [] : [null]
  for (const [at, before] of [...kinds, ...added].entries()) {
    const fields = fieldsOf(before?.id ?? newButton)
    // One that was added while the form lay open is not on it, and stays as it is.
    if (before !== null && !form.has(fields.vi)) {
      typed.push({ kind: before, order: at + 1 })
      continue
    }
    const [vi, en] = [oneLine(form.text(fields.vi)), oneLine(form.text(fields.en))]
    const order = form.text(fields.order) === '' ? at + 1 : Number(form.text(fields.order))
    if (vi === '') problems.push({ code: 'no-name', field: fields.vi })
    for (const [field, name] of [
      [fields.vi, vi],
      [fields.en, en],
    ] as const)
      if (lengthInCodePoints(name) > longestName) problems.push({ code: 'name-too-long', field, limit: longestName })
    if (!Number.isInteger(order) || order < 1 || order > 99) problems.push({ code: 'bad-order', field: fields.order })
    const kind: VisitKind = {
      id: before?.id ?? newId(),
      name: named(before?.name ?? [], vi, en),
      asksNumber: form.has(fields.asksNumber),
      retired: before !== null && !form.has(fields.inUse),
    }
    const same = typed.find(other => !other.kind.retired && !kind.retired && shownName(other.kind) === vi)
    if (same !== undefined && vi !== '') problems.push({ code: 'same-name', field: fields.vi, name: vi })
    typed.push({ kind, order })
  }
  const inUse = typed.filter(({ kind }) => !kind.retired).length
  const first = fieldsOf(kinds[0]?.id ?? newButton)
  if (inUse === 0) problems.push({ code: 'none-left', field: first.inUse })
  if (inUse > mostInUse) problems.push({ code: 'too-many-buttons', field: first.inUse, limit: mostInUse })
  if (problems.length > 0) return refused(problems)
  return ok(typed.sort((a, b) => a.order - b.order).map(({ kind }) => kind))
}

export interface ChangingButtons {
  readonly act: string
  readonly by: string | null
  readonly institution: Institution
  readonly form: Form
  readonly now: Date
}

/** Changes the buttons of an institution: names, order, new ones, and which are put away. */
export function changeButtons(world: World, changing: ChangingButtons): Promise<Result<number, ButtonProblem>> {
  const { act, by, institution, form, now } = changing
  const intent: Act = {
    id: act,
    type: 'visits.change-buttons',
    version: 1,
    actor: by,
    institution: institution.id,
    occurredAt: now,
    payload: {},
  }
  return perform<number, ButtonProblem>(world.database, intent, async tx => {
    await lockKinds(tx, institution.id)
    const read = readButtons(form, await kindsOf(tx, institution))
    if (!read.ok) return read
    await saveKinds(tx, institution.id, read.value, localDateAt(now))
    return ok(read.value.length)
  })
}
