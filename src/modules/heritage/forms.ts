import type { Language } from '../../kernel/language.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Sentences, say } from '../../kernel/sentences.ts'
import type { Form } from '../../platform/http/index.ts'
import type { FieldError } from '../../site/index.ts'
import { describeObject, type ObjectProblem } from './describe-object.ts'
import { type ObjectField, objectFieldIds } from './fields.ts'
import { words } from './messages.ts'
import type { DescribedObject, MuseumObject } from './object.ts'
import { type RegisterRefusal, type ShownChoice, shownChoices } from './register.ts'

export type FormProblem =
  | Exclude<ObjectProblem, { readonly code: 'not-an-object' | 'sums-row' }>
  | RegisterRefusal
  | { readonly code: 'number-missing' }
  | { readonly code: 'text-too-long'; readonly field: ObjectField; readonly limit: number }
  | { readonly code: 'image-is-address' }

export interface TypedObject {
  readonly object: DescribedObject
  readonly shown: ShownChoice
}

/** The name of the question whom the object is shown to. */
export const shownField = 'shown'

/** Reads an object as staff typed it, or says everything that is wrong with it; a title in both languages may be there. */
export function parseObject(form: Form): Result<TypedObject, FormProblem> {
  const texts = Object.fromEntries(objectFieldIds.map(id => [id, form.text(id)]))
  const problems: FormProblem[] = []
  if (form.text('number') === '') problems.push({ code: 'number-missing' })
  // Of a form the title in Vietnamese is asked for; what stands in for one is for lists.
  if (form.text('title') === '') problems.push({ code: 'no-title' })
  const mapped = describeObject({ texts, lang: 'vi', dayFirst: true })
  if ('code' in mapped) {
    if (mapped.code === 'number-too-long') problems.push(mapped)
    return refused(problems.length > 0 ? problems : [{ code: 'no-title' }])
  }
  for (const warning of mapped.warnings) {
    // Whoever types can shorten it themselves.
    if (warning.code === 'text-cut') problems.push({ ...warning, code: 'text-too-long' })
    if (warning.code === 'image-address-left-out') problems.push({ code: 'image-is-address' })
  }
  if (problems.length > 0) return refused(problems)
  const { accessionNumber, facts } = mapped
  const shown = shownChoices.find(choice => choice === form.text(shownField)) ?? 'by-rule'
  return ok({ object: { accessionNumber, facts }, shown })
}

const fields: Readonly<Record<Exclude<FormProblem['code'], 'text-too-long'>, ObjectField>> = {
  'no-title': 'title',
  'number-too-long': 'number',
  'number-missing': 'number',
  'number-taken': 'number',
  'object-gone': 'number',
  'changed-meanwhile': 'number',
  'image-is-address': 'image',
}

export function formErrors(problems: readonly FormProblem[], lang: Language): FieldError[] {
  const sentences: Sentences<FormProblem> = words(lang).formProblems
  return problems.map(problem => ({
    field: problem.code === 'text-too-long' ? problem.field : fields[problem.code],
    text: say(sentences, problem),
  }))
}

/** What the form shows of an object that is there. */
export function typedOf({ accessionNumber, facts, shown, decided }: MuseumObject): Record<string, string> {
  const title = (lang: string) => facts.title.find(entry => entry.lang === lang)?.text
  const values: Readonly<Record<ObjectField, string | null | undefined>> = {
    number: accessionNumber,
    title: title('vi') ?? title('und') ?? facts.title[0]?.text,
    titleEn: title('en'),
    otherTitles: facts.otherTitles.join('; '),
    kind: facts.kind,
    makers: facts.makers.map(({ name }) => name).join('; '),
    date: facts.date,
    material: facts.material,
    dimensions: facts.dimensions,
    origin: facts.origin,
    rights: facts.rights,
    creditLine: facts.creditLine,
    provenance: facts.provenance,
    description: facts.description,
    image: facts.image,
  }
  return {
    ...Object.fromEntries(objectFieldIds.map(id => [id, values[id] ?? ''])),
    [shownField]: decided ? shown : 'by-rule',
  }
}

/** What a form has no field for stays as it was: the parts that makers had, and the date that a source gave beside its text. */
export function keepUnasked(
  { facts: after, ...object }: DescribedObject,
  { facts: before }: MuseumObject,
): DescribedObject {
  const sameDate = after.date === before.date
  return {
    ...object,
    facts: {
      ...after,
      makers: after.makers.map(maker => before.makers.find(({ name }) => name === maker.name) ?? maker),
      title: after.title.map(entry => before.title.find(({ text }) => text === entry.text) ?? entry),
      ...(sameDate ? { edtf: before.edtf, year: before.year } : {}),
    },
  }
}
