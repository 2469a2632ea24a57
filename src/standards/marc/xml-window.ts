import { utf8Length } from './xml-text.ts'

/** The stretch of a long text that is still needed; positions count UTF-16 units from the beginning of the file. */
export interface XmlWindow {
  add(text: string): void
  /** Lets go of what stands before `position`. */
  dropBefore(position: number): void
  begin(): number
  end(): number
  slice(from: number, to: number): string
  /** Where the last "<" at or before `position` is; `begin()` when there is none. */
  lastTag(position: number): number
  /** Where the first character that is no white space (XML 1.0, 2.3) is, at or after `position`; `end()` when there is none. */
  nextInk(position: number): number
  /** Where the next `record` element after `position` begins; -1 when none is in sight. */
  nextRecord(position: number): number
  /** How many octets of UTF-8 stand before `position`, which must not lie before `begin()`. */
  octetsBefore(position: number): number
}

const recordTag = /<(?:[\w.-]+:)?record[\s/>]/g

export function createXmlWindow(): XmlWindow {
  let text = ''
  let begin = 0
  let octets = 0
  /** The octets before some position that was asked for, so that nothing is counted twice. */
  let mark = { position: 0, octets: 0 }

  const octetsBefore = (position: number): number => {
    const from = mark.position >= begin && mark.position <= position ? mark : { position: begin, octets }
    mark = { position, octets: from.octets + utf8Length(text.slice(from.position - begin, position - begin)) }
    return mark.octets
  }

  return {
    add: more => {
      text += more
    },
    dropBefore: position => {
      if (position <= begin) return
      octets = octetsBefore(position)
      text = text.slice(position - begin)
      begin = position
    },
    begin: () => begin,
    end: () => begin + text.length,
    slice: (from, to) => text.slice(Math.max(0, from - begin), to - begin),
    lastTag: position => begin + Math.max(0, text.lastIndexOf('<', position - begin)),
    nextInk: position => {
      const from = Math.max(0, position - begin)
      const found = text.slice(from).search(/[^ \t\r\n]/)
      return found < 0 ? begin + text.length : begin + from + found
    },
    nextRecord: position => {
      recordTag.lastIndex = position - begin
      const found = recordTag.exec(text)
      return found ? begin + found.index : -1
    },
    octetsBefore,
  }
}
