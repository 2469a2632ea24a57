import type { Problem } from './problem.ts'

/** Octets of an XML file as text, in the coding that it declares. */
export interface XmlText {
  /** The text of what is known so far; a problem once, when the coding is not one we read. */
  push(chunk: Uint8Array): string | Problem
  end(): string | Problem
}

/** The encodings that library systems have written XML in, as WHATWG labels. */
const known: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'windows-1258': 'windows-1258',
}

/** Enough to see an XML declaration. XML 1.0, appendix F.1. */
const headOctets = 256

export function createXmlText(): XmlText {
  let head: Uint8Array = new Uint8Array(0)
  let decoder: InstanceType<typeof TextDecoder> | null = null

  const begin = (): string | Problem => {
    const coding = codingOf(head)
    const label = known[coding]
    if (label === undefined) return { code: 'xml-coding-unknown', coding }
    decoder = new TextDecoder(label, { ignoreBOM: true })
    return decoder.decode(head, { stream: true })
  }

  return {
    push: chunk => {
      if (decoder) return decoder.decode(chunk, { stream: true })
      const all = new Uint8Array(head.length + chunk.length)
      all.set(head)
      all.set(chunk, head.length)
      head = all
      return head.length < headOctets ? '' : begin()
    },
    end: () => {
      const text = decoder ? '' : begin()
      return typeof text === 'string' && decoder ? text + decoder.decode() : text
    },
  }
}

function codingOf(head: Uint8Array): string {
  const [a, b] = head
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const text = String.fromCharCode(...head.subarray(0, headOctets))
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8'
  // What declares UTF-16 in octets of ASCII is not UTF-16: systems copy the declaration and convert the text.
  return declared.startsWith('utf-16') ? 'utf-8' : declared
}

/** How many octets a stretch of text has in UTF-8. */
export function utf8Length(text: string): number {
  let octets = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair counts two of the four octets.
    octets += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return octets
}
