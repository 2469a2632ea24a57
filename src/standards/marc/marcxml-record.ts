import { leaderLength, newLeader, soundLeader } from './leader.ts'
import type { Warning } from './problem.ts'
import { readField } from './read-field.ts'
import type { Field, MarcRecord } from './record.ts'
import { collectWarnings, type Warn } from './warnings.ts'

export type Attributes = Readonly<Record<string, string>>

/** Puts one record together from the elements inside its `record` element, namespaces aside. */
export interface RecordBuilder {
  /** Whether text inside this element counts. */
  open(element: string, attributes: Attributes): boolean
  text(text: string): void
  close(element: string): void
  warn: Warn
  /** Whether anything of a MARC record was met. */
  isMarc(): boolean
  finish(): { record: MarcRecord; warnings: readonly Warning[]; normalised: boolean }
}

const delimiter = '\u001f'

/** In a pretty-printed file a line end and its indentation are one blank, none at the edges of a value. */
const unindented = (text: string): string =>
  text.includes('\n') ? text.replace(/^[ \t]*\n\s*|\n\s*$/g, '').replace(/[ \t]*\n\s*/g, ' ') : text

const isKnown = (element: string): boolean => /^(?:leader|controlfield|datafield|subfield)$/.test(element)

export function createRecordBuilder(): RecordBuilder {
  const { warn, warnings } = collectWarnings()
  const fields: Field[] = []
  let leader: string | null = null
  let normalised = false
  /** The tag of the field that is open, and its text as in ISO 2709; null outside fields. */
  let tag: string | null = null
  let data = ''
  let value = ''

  const attribute = (element: string, attributes: Attributes, name: string, otherwise: string): string => {
    const found = attributes[name]
    if (found !== undefined) return found
    warn({ code: 'attribute-missing', element, attribute: name })
    return otherwise
  }

  const text = (): string => {
    const plain = unindented(value)
    const normal = plain.normalize('NFC')
    if (normal !== plain) normalised = true
    return normal
  }

  const keep = (): void => {
    if (tag === null) return
    const damaged = data.split('\ufffd').length - 1
    if (damaged > 0) warn({ code: 'text-damaged-in-xml', tag, count: damaged })
    const field = tag === '' ? null : readField(tag, data, 2, warn)
    if (field) fields.push(field)
    tag = null
  }

  const open = (element: string, attributes: Attributes): boolean => {
    if (isKnown(element)) value = ''
    if (element === 'leader') return true
    if (element === 'controlfield') {
      tag = attribute(element, attributes, 'tag', '')
      return true
    }
    if (element === 'datafield') {
      tag = attribute(element, attributes, 'tag', '')
      data = ['ind1', 'ind2'].map(name => attribute(element, attributes, name, ' ').charAt(0) || ' ').join('')
      return false
    }
    if (element === 'subfield' && tag !== null) {
      const code = attribute(element, attributes, 'code', 'a')
      data += delimiter + (code.length === 1 ? code : ' ')
      return true
    }
    if (tag !== null || leader !== null || fields.length > 0) warn({ code: 'element-ignored', element })
    return false
  }

  const close = (element: string): void => {
    if (element === 'leader') leader = value
    else if (element === 'subfield' && tag !== null) data += text()
    else if (element === 'controlfield') {
      data = text()
      keep()
    } else if (element === 'datafield') keep()
    if (isKnown(element)) value = ''
  }

  const finishedLeader = (): string => {
    if (leader === null) {
      warn({ code: 'leader-missing' })
      return newLeader
    }
    const plain = leader.replace(/[^ -~]/g, '')
    const found = plain.length === leaderLength ? plain : plain.trim().slice(0, leaderLength).padEnd(leaderLength)
    if (!soundLeader.test(found)) warn({ code: 'leader-mended', found: leader.slice(0, 40) })
    return found
  }

  return {
    open,
    text: more => {
      value += more
    },
    close,
    warn,
    isMarc: () => leader !== null || fields.length > 0 || tag !== null,
    finish: () => {
      const record = { leader: finishedLeader(), fields }
      return { record, warnings: warnings(), normalised }
    },
  }
}
