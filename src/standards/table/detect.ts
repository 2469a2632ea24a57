/** What a file is: a table that is read here, or what it should be turned into one from. */
export type TableFormat = 'delimited' | 'xlsx' | 'xls' | 'ods' | 'zip' | 'gzip' | 'pdf' | 'markup' | 'unknown'

const begins = (head: Uint8Array, octets: readonly number[]): boolean => octets.every((octet, at) => head[at] === octet)

/** What a file is, judged by its first octets (4,096 are enough). `xls` is Excel of 97–2003, and every file of Office
 *  that is locked by a password, for both are compound files (MS-CFB). `delimited` is any plain text. */
export function detectTable(head: Uint8Array): TableFormat {
  if (begins(head, [0x50, 0x4b, 3, 4])) return zipFormat(head)
  if (begins(head, [0x50, 0x4b, 5, 6])) return 'zip'
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'xls'
  if (begins(head, [0x1f, 0x8b])) return 'gzip'
  if (begins(head, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff])) return 'delimited'
  const text = new TextDecoder('windows-1252').decode(head.subarray(0, 4096)).replace(/^ï»¿/, '')
  if (/^\s*<(?:\?xml|!doctype|html|table)/i.test(text)) return 'markup'
  return text.trim() === '' || isBinary(head.subarray(0, 4096)) ? 'unknown' : 'delimited'
}

/** By the name of the first entry. Writers of OOXML begin with one of these; OpenDocument must begin with `mimetype`. */
function zipFormat(head: Uint8Array): TableFormat {
  const length = (head[26] ?? 0) + (head[27] ?? 0) * 256
  const name = String.fromCharCode(...head.subarray(30, 30 + Math.min(length, 200)))
  if (name === 'mimetype') {
    const type = String.fromCharCode(...head.subarray(30 + length, 30 + length + 64))
    return type.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'zip'
  }
  return /^(?:xl\/|_rels\/|docProps\/|customXml\/|\[Content_Types\]\.xml)/i.test(name) ? 'xlsx' : 'zip'
}

/** Text has no NUL and hardly a control character. */
function isBinary(bytes: Uint8Array): boolean {
  if (utf16WithoutMark(bytes) !== null) return false
  const controls = bytes.reduce((count, octet) => (octet < 32 && ![9, 10, 13].includes(octet) ? count + 1 : count), 0)
  return bytes.includes(0) || controls * 20 > bytes.length
}

/** UTF-16 of mostly ASCII: every second octet is nearly always 0. */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  for (const [at, octet] of bytes.entries()) if (octet === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = bytes.length / 2
  if (half >= 4 && odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  return half >= 4 && even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null
}
