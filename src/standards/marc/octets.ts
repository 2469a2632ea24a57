/** MARC 21 Record Structure, "Delimiters": record terminator 1D, field terminator 1E (and subfield delimiter 1F). */
export const recordTerminator = 0x1d
export const fieldTerminator = 0x1e
/** Subfield delimiter; its code follows. */
export const delimiter = 0x1f

const isDigit = (octet: number | undefined): boolean => octet !== undefined && octet >= 0x30 && octet <= 0x39

/** The number that `count` ASCII digits from `at` spell; -1 when one of them is no digit. */
export function digits(bytes: Uint8Array, at: number, count: number): number {
  let number = 0
  for (let i = at; i < at + count; i += 1) {
    const octet = bytes[i]
    if (octet === undefined || octet < 0x30 || octet > 0x39) return -1
    number = number * 10 + octet - 0x30
  }
  return number
}

/** ASCII as it is; every other octet and every control character as a blank. For leaders and directories. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i += 1) {
    const octet = bytes[i] ?? 0x20
    text += String.fromCharCode(octet > 0x1f && octet < 0x7f ? octet : 0x20)
  }
  return text
}

/** Octets that stand between records without meaning: NUL, tab, line ends, Control-Z of old systems, blank. */
export const isFiller = (octet: number | undefined): boolean =>
  octet === 0 || octet === 9 || octet === 10 || octet === 13 || octet === 0x1a || octet === 0x20

/** How many of the octets are neither digits nor letters: 0 in a sound directory. */
export function strangers(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i += 1) {
    const octet = bytes[i] ?? 0
    const letter = (octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x7a
    if (!letter && !isDigit(octet)) count += 1
  }
  return count
}
