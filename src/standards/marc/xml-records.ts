import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { createRecordBuilder, type RecordBuilder } from './marcxml-record.ts'
import type { Outcome, Problem } from './problem.ts'
import { createLiteralScan } from './xml-literal.ts'
import { createXmlWindow } from './xml-window.ts'

/** UTF-16 units that one record, tag or text may have. */
const maxUnits = 4 << 20

/** MARCXML needs four levels; OAI-PMH and SRU wrap it in some more. */
const maxDepth = 64

/** Bare ampersands that are mended in one record. */
const maxStrays = 1000

export interface RecordFinder {
  push(text: string): Outcome[]
  end(): Outcome[]
}

interface OpenRecord {
  readonly start: number
  readonly depth: number
  /** Whether an empty one is worth a word: it is a root, in a collection, or of MARC's own namespace. */
  readonly ours: boolean
  builder: RecordBuilder
}

type PlainParser = SaxesParser<{ xmlns: false; fragment: boolean }>

const encoder = new TextEncoder()
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Finds the records in the text of an XML file. */
export function createRecordFinder(): RecordFinder {
  const window = createXmlWindow()
  let outcomes: Outcome[] = []
  let number = 0
  let parser = createParser(false)
  /** The position at which the parser at work began. */
  let origin = 0
  let state: 'reading' | 'seeking' | 'over' = 'reading'
  let path: string[] = []
  let open: OpenRecord | null = null
  /** The depth of the element whose text counts; 0 outside one. */
  let listening = 0
  let lastEvent = 0
  let faulty = false
  /** The beginning of a reference at the end of what was given. */
  let carried = ''
  let literal = createLiteralScan()
  /** Bare ampersands since the last record began. */
  let strays = 0

  const position = (): number => origin + parser.position

  const stretch = (from: number, to: number) => {
    number += 1
    return { offset: window.octetsBefore(from), number, bytes: encoder.encode(window.slice(from, to)) }
  }

  const report = (from: number, to: number, problem: Problem): void => {
    outcomes.push({ kind: 'problem', ...stretch(from, to), problem })
  }

  /** Ends the reading; what it throws leaves the parser in the middle of its text. */
  function stop(problem: Problem): never {
    const at = window.lastTag(position() - 1)
    report(at, Math.min(position(), at + 1024), problem)
    state = 'over'
    throw new Error('over')
  }

  function openElement(tag: SaxesTagPlain): void {
    lastEvent = position()
    const name = localName(tag.name)
    path.push(name)
    if (path.length > maxDepth) stop({ code: 'xml-too-deep', limit: maxDepth })
    if (name === 'record' && !open?.builder.isMarc()) {
      const parent = path.at(-2)
      const ours =
        parent === undefined || parent === 'collection' || Object.values(tag.attributes).some(isMarcNamespace)
      open = { start: window.lastTag(lastEvent - 1), depth: path.length, ours, builder: createRecordBuilder() }
      strays = 0
    } else if (open?.builder.open(name, tag.attributes) && listening === 0) {
      listening = path.length
      parser.on('text', open.builder.text)
      parser.on('cdata', open.builder.text)
    }
  }

  function closeElement(): void {
    lastEvent = position()
    if (listening === path.length) {
      listening = 0
      parser.off('text')
      parser.off('cdata')
    }
    if (open && path.length === open.depth) finish(open)
    else open?.builder.close(path.at(-1) ?? '')
    path.pop()
  }

  const finish = ({ start, ours, builder }: OpenRecord): void => {
    const end = position()
    if (builder.isMarc()) outcomes.push({ kind: 'record', ...stretch(start, end), ...builder.finish() })
    else if (ours) report(start, end, { code: 'no-fields', octets: encoder.encode(window.slice(start, end)).length })
    open = null
  }

  function createParser(fragment: boolean): PlainParser {
    const made: PlainParser = new SaxesParser({ xmlns: false, fragment })
    made.on('opentag', openElement)
    made.on('closetag', closeElement)
    made.on('doctype', () => stop({ code: 'xml-doctype' }))
    const passed = (units: number) => (): void => {
      lastEvent = position() + units
    }
    made.on('xmldecl', passed(0))
    made.on('processinginstruction', passed(0))
    // Told of before its ">".
    made.on('comment', passed(1))
    return made
  }

  /** Gives up the record or tag in which something is wrong, and looks for the next record. */
  const giveUp = (problem: Problem, at = position()): void => {
    const to = Math.min(Math.max(at, origin + 1), window.end())
    const from = open ? open.start : window.lastTag(to - 1)
    // After one fault the closing tags of what stood around it are faults too, and nothing new.
    if (open || !faulty) report(from, to, problem)
    faulty = true
    state = 'seeking'
    open = null
    listening = 0
    path = []
    window.dropBefore(to)
  }

  const isOver = (): boolean => state === 'over'

  const parse = (text: string): void => {
    if (state !== 'reading') return
    try {
      parser.write(text)
    } catch (error) {
      if (isOver()) return
      const ink = window.nextInk(lastEvent)
      // Of text outside the root the parser tells only where that text ends, or the chunk.
      if (!faulty && path.length === 0 && ink < position() && window.slice(ink, ink + 1) !== '<')
        giveUp({ code: 'xml-malformed', reason: 'text data outside of root node.' }, ink + 1)
      else giveUp({ code: 'xml-malformed', reason: reasonOf(error) })
    }
  }

  /** Gives the parser text in which every "&" begins a reference that XML knows: the others, which would cost the
   *  record and lead the parser far astray, it is given as `&amp;`. */
  const feed = (text: string, last: boolean): void => {
    const all = carried + text
    const whole = last ? all.length : all.length - (/&[^\s<&;]{0,10}$/.exec(all.slice(-12))?.[0].length ?? 0)
    carried = all.slice(whole)
    let done = 0
    const parseTo = (end: number): void => {
      const piece = all.slice(done, end)
      literal.advance(piece)
      parse(piece)
      done = end
    }
    for (const { index } of all.slice(0, whole).matchAll(strayAmpersand)) {
      parseTo(index)
      if (!literal.isLiteral()) {
        escapeAmpersand()
        done += 1
      }
      if (state !== 'reading') return
    }
    parseTo(whole)
  }

  const escapeAmpersand = (): void => {
    strays += 1
    if (strays > maxStrays) return giveUp({ code: 'xml-malformed', reason: 'too many bare ampersands' })
    parse('&amp;')
    origin -= 4
    open?.builder.warn({ code: 'ampersand-unescaped' })
  }

  /** From the next `record` element on, as a fragment of its own. */
  const seek = (): void => {
    const next = window.nextRecord(window.begin())
    window.dropBefore(next < 0 ? Math.max(window.begin(), window.end() - 256) : next)
    if (next < 0) return
    origin = next
    lastEvent = next
    parser = createParser(true)
    state = 'reading'
    carried = ''
    literal = createLiteralScan()
    feed(window.slice(next, window.end()), false)
  }

  const tidy = (): void => {
    if (state !== 'reading') return
    if (position() - (open?.start ?? lastEvent) > maxUnits) {
      const octets = window.octetsBefore(window.end()) - window.octetsBefore(open?.start ?? window.begin())
      giveUp({ code: 'record-too-large', octets, limit: maxUnits })
    } else if (open) window.dropBefore(open.start)
    else window.dropBefore(Math.max(window.lastTag(position()), window.end() - maxUnits))
  }

  const taken = (): Outcome[] => {
    const list = outcomes
    outcomes = []
    return list
  }

  return {
    push: text => {
      if (state === 'over' || text === '') return []
      window.add(text)
      if (state === 'reading') feed(text, false)
      while (state === 'seeking' && window.nextRecord(window.begin()) >= 0) seek()
      if (state === 'seeking') seek()
      tidy()
      return taken()
    },
    end: () => {
      if (state === 'reading') feed('', true)
      if (state === 'reading' && open) {
        const { start } = open
        report(start, window.end(), {
          code: 'cut-at-end',
          octets: encoder.encode(window.slice(start, window.end())).length,
        })
      } else if (state === 'reading' && path.length > 0 && !faulty)
        giveUp({ code: 'xml-malformed', reason: 'unclosed tag' })
      if (number === 0) report(window.begin(), window.begin(), { code: 'xml-without-records' })
      return taken()
    },
  }
}

/** Not the beginning of a reference that XML knows without a DOCTYPE. XML 1.0, 4.1 and 4.6. */
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g

const isMarcNamespace = (value: string): boolean => /^https?:\/\/www\.loc\.gov\/MARC21\/slim$/i.test(value)

/** The parser's words without its line and column, which count from where it last began. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/^(?:undefined:)?\d+:\d+: /, '') : String(error)
