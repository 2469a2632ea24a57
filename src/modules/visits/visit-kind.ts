import { createHash } from 'node:crypto'
import { type LocalizedText, localized } from '../../kernel/localized-text.ts'
import { type Institution, kinds } from '../institutions/index.ts'

/** A button of the counter: one sort of visitor, as the institution tells them apart. */
export interface VisitKind {
  readonly id: string
  readonly name: LocalizedText
  /** A class or a group: how many is typed. */
  readonly asksNumber: boolean
  /** It stands on no page any more; what was counted with it stays counted. */
  readonly retired: boolean
}

type Family = (typeof kinds)[number]['family']

interface Default {
  readonly key: string
  readonly name: LocalizedText
  readonly asksNumber: boolean
}

const button = (key: string, vi: string, en: string, asksNumber = false): Default => ({
  key,
  name: localized('vi', vi, { en }),
  asksNumber,
})

const adult = button('adult', 'Người lớn', 'Adult')
const child = button('child', 'Trẻ em', 'Child')
const foreign = button('foreign', 'Khách nước ngoài', 'Visitor from abroad')
const schoolClass = button('class', 'Lớp học', 'School class', true)
const group = button('group', 'Đoàn', 'Group', true)

const defaults: Readonly<Record<Family, readonly Default[]>> = {
  library: [adult, child, schoolClass],
  museum: [adult, child, foreign, schoolClass, group],
  culture: [adult, child, foreign, group],
  learning: [adult, child, schoolClass],
  partner: [adult, child, group],
}

/**
 * The id of a button that an institution has from the start. It follows from both, so that a telephone that left with
 * the first list and a server that has since kept it mean the same button. UUID version 8, RFC 9562 §5.8.
 */
function defaultId(institution: string, key: string): string {
  const bytes = createHash('sha256').update(`${institution}:visit-kind:${key}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The buttons of an institution that has not set its own. */
export function defaultKinds({ id, kind }: Pick<Institution, 'id' | 'kind'>): VisitKind[] {
  const family = kinds.find(one => one.id === kind)?.family ?? 'partner'
  return defaults[family].map(({ key, name, asksNumber }) => ({
    id: defaultId(id, key),
    name,
    asksNumber,
    retired: false,
  }))
}
