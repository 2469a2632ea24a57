import { SaxesParser } from 'saxes'
import { evenChunks } from './chunks.ts'
import { Stopped, stop } from './problem.ts'
import { shownName } from './zip-directory.ts'
import type { Package } from './zip-part.ts'

/** What listens to one part; names come without prefixes. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/** SpreadsheetML needs eight levels; extensions some more. */
const maxDepth = 64
/** UTF-16 units that one tag, text or comment may have. */
const maxUnits = 1 << 20

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parses a part as it is inflated, and stands still after every 64 KiB, so that what was found can be taken away.
 *  Throws `Stopped`. */
export async function* parsePart(zip: Package, part: string, listener: XmlListener): AsyncGenerator<void> {
  const parser = createParser(shownName(part), listener)
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of evenChunks(zip.octets(part))) {
    decoder ??= new TextDecoder(codingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder?.decode() ?? '')
  parser.close()
  yield
}

/** Parses a part in one go. */
export async function readPart(zip: Package, part: string, listener: XmlListener): Promise<void> {
  for await (const _ of parsePart(zip, part, listener));
}

const codingOf = ([a, b]: Uint8Array): string =>
  a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'

function createParser(part: string, listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let lastEvent = 0
  const mark = (): void => {
    lastEvent = parser.position
  }
  parser.on('opentag', ({ name, attributes }) => {
    mark()
    depth += 1
    if (depth > maxDepth) stop({ code: 'xml-too-deep', part, limit: maxDepth })
    listener.open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    mark()
    depth -= 1
    listener.close?.(localName(name))
  })
  parser.on('text', text => {
    mark()
    listener.text?.(text)
  })
  parser.on('cdata', text => {
    mark()
    listener.text?.(text)
  })
  parser.on('comment', mark)
  parser.on('processinginstruction', mark)
  parser.on('doctype', () => stop({ code: 'xml-doctype', part }))

  const guarded = (work: () => unknown): void => {
    try {
      work()
    } catch (error) {
      if (error instanceof Stopped) throw error
      stop({ code: 'xml-malformed', part, reason: reasonOf(error) })
    }
    if (parser.position - lastEvent > maxUnits) stop({ code: 'xml-too-large', part, limit: maxUnits })
  }
  return {
    write: (text: string): void => guarded(() => parser.write(text)),
    close: (): void => guarded(() => parser.close()),
  }
}

/** The parser's words, short, without its line and column. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^(?:undefined:)?\d+:\d+: /, '').slice(0, 80)
