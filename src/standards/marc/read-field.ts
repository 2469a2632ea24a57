import {
  type DataField,
  type Field,
  isControlTag,
  isDataTag,
  isIndicator,
  isSubfieldCode,
  type Subfield,
} from './record.ts'
import { hasControlCharacters, withoutControlCharacters } from './text.ts'
import type { Warn } from './warnings.ts'

const delimiter = '\u001f'

/** A field from its text (in NFC, without its terminator); null, with a warning, when nothing can be kept.
 *  `indicators` is how many the leader promises: 2 in MARC 21. What is handed out may be written again. */
export function readField(tag: string, text: string, indicators: number, warn: Warn): Field | null {
  const clean = hasControlCharacters(text) ? withoutControlCharacters(text) : text
  if (clean !== text) warn({ code: 'control-character', tag })
  if (isControlTag(tag)) return readControlField(tag, clean, warn)
  if (!isDataTag(tag)) {
    warn({ code: 'tag-invalid', tag })
    return null
  }
  const first = clean.indexOf(delimiter)
  // Local fields such as FMT of Aleph are control fields with a tag of letters.
  if (first < 0 && !/^\d/.test(tag)) return { kind: 'control', tag, value: clean }
  return readDataField(tag, clean, first, indicators, warn)
}

function readControlField(tag: string, text: string, warn: Warn): Field {
  if (!text.includes(delimiter)) return { kind: 'control', tag, value: text }
  warn({ code: 'subfields-in-control-field', tag })
  return {
    kind: 'control',
    tag,
    value: text
      .split(delimiter)
      .slice(1)
      .map(part => part.slice(1))
      .join(' '),
  }
}

function readDataField(tag: string, text: string, first: number, indicators: number, warn: Warn): DataField | null {
  const head = first < 0 ? text : text.slice(0, first)
  const subfields: Subfield[] = []
  if (head.length > 2 && (first < 0 || head.length !== indicators)) {
    warn({ code: 'text-before-subfield', tag })
    subfields.push({ code: 'a', value: head.slice(2) })
  }
  if (first >= 0) readSubfields(tag, text, first, subfields, warn)
  const ind1 = readIndicator(head, 0)
  const ind2 = readIndicator(head, 1)
  if (ind1 + ind2 !== head.slice(0, 2) || (head.length === indicators) !== (head.length === 2))
    warn({ code: 'indicators-mended', tag, found: head.slice(0, 9) })
  if (subfields.length > 0) return { kind: 'data', tag, ind1, ind2, subfields }
  warn({ code: 'field-empty', tag })
  return null
}

/** An indicator that no record may hold ("#" and "-" often stand for a blank) becomes a blank. */
const readIndicator = (head: string, at: number): string => (isIndicator(head.charAt(at)) ? head.charAt(at) : ' ')

function readSubfields(tag: string, text: string, first: number, subfields: Subfield[], warn: Warn): void {
  let at = first
  while (at >= 0) {
    const next = text.indexOf(delimiter, at + 1)
    const end = next < 0 ? text.length : next
    const code = text.charAt(at + 1)
    if (end > at + 1 && isSubfieldCode(code)) subfields.push({ code, value: text.slice(at + 2, end) })
    else {
      warn({ code: 'subfield-code-invalid', tag, found: end > at + 1 ? code : '' })
      continueSubfield(subfields, text.slice(at + 1, end).trim())
    }
    at = next
  }
}

/** A delimiter that no code follows stands inside a text, often for a character that a conversion lost: "File \u001f Disk". */
function continueSubfield(subfields: Subfield[], rest: string): void {
  if (rest === '') return
  const last = subfields.pop()
  subfields.push(last ? { code: last.code, value: `${last.value.trimEnd()} ${rest}` } : { code: 'a', value: rest })
}
