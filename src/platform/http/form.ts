import { isUuid } from '../../kernel/uuid.ts'
import { newId } from '../clock.ts'
import type { RequestContext } from './context.ts'

/** What a person typed, as typed but for Unicode form (NFC) and the blanks around it. */
export interface Form {
  /** The field's text; '' when it was not sent. */
  text(name: string): string
  /** Every value of a repeated field or checkbox group. */
  all(name: string): readonly string[]
  has(name: string): boolean
  file(name: string): File | null
  /** Everything typed, to show the form again unchanged. */
  readonly typed: Readonly<Record<string, string>>
}

const clean = (text: string): string => text.normalize('NFC').replaceAll('\u0000', '').trim()

/** A form that was cut off, or is not what its head says it is. */
export class UnreadableForm extends Error {}

/** Reads what was sent; throws `UnreadableForm`, which the door answers. */
export async function readForm(c: RequestContext): Promise<Form> {
  const body = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new UnreadableForm('the form could not be read', { cause })
  })
  const values = (name: string): (string | File)[] => {
    const value = body[name]
    if (value === undefined) return []
    return Array.isArray(value) ? value : [value]
  }
  const texts = (name: string): string[] => values(name).flatMap(v => (typeof v === 'string' ? [clean(v)] : []))
  return {
    text: name => texts(name)[0] ?? '',
    all: texts,
    has: name => name in body,
    file: name => values(name).find((v): v is File => v instanceof File && v.size > 0) ?? null,
    typed: Object.fromEntries(
      Object.keys(body).flatMap(name =>
        texts(name)
          .slice(0, 1)
          .map(text => [name, text]),
      ),
    ),
  }
}

/** The act's id as the page minted it, so that a form sent twice acts once; whatever else was sent is as good as none. */
export const actOf = (form: Form): string => (isUuid(form.text('act')) ? form.text('act') : newId())

/** The same view over a query string, for GET forms. */
export function readQuery(c: RequestContext): Form {
  const query = c.req.queries()
  const texts = (name: string): string[] => (query[name] ?? []).map(clean)
  return {
    text: name => texts(name)[0] ?? '',
    all: texts,
    has: name => name in query,
    file: () => null,
    typed: Object.fromEntries(Object.keys(query).map(name => [name, texts(name)[0] ?? ''])),
  }
}

/** The page of a list that an address asks for by `trang`, from 1 to 9,999; anything else is the first. */
export function pageAsked(query: Form): number {
  const typed = query.text('trang')
  return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
}
