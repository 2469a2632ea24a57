const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Blank, tab, line ends. RFC 8259, section 2. */
const isBlank = (octet: number | undefined): boolean =>
  octet === 0x20 || octet === 0x09 || octet === 0x0a || octet === 0x0d

export interface Piece {
  readonly start: number
  readonly end: number
}

export interface Split {
  readonly pieces: readonly Piece[]
  /** 'open': something begins and does not end; 'wrong': it cannot be objects at all. */
  readonly state: 'sound' | 'open' | 'wrong'
  readonly depth: number
}

/** The octets of a piece without blanks around; `end` is not beyond `start` when only blanks are there. */
export function trimmed(line: Uint8Array, { start, end }: Piece): Piece {
  let from = start
  let to = end
  while (from < to && isBlank(line[from])) from++
  while (to > from && isBlank(line[to - 1])) to--
  return { start: from, end: to }
}

/** Takes off what makes a line a part of one list over many lines: '[', ',' before it; ',', ']' after it. */
function withoutList(line: Uint8Array): Piece {
  let piece = trimmed(line, { start: 0, end: line.length })
  for (const mark of [openList, comma]) {
    if (line[piece.start] === mark && piece.start < piece.end)
      piece = trimmed(line, { ...piece, start: piece.start + 1 })
  }
  for (const mark of [comma, closeList, comma]) {
    if (line[piece.end - 1] === mark && piece.start < piece.end) piece = trimmed(line, { ...piece, end: piece.end - 1 })
  }
  return piece
}

/**
 * Parts a line into the objects that stand on it: one in JSON Lines, one or several in a list spread over lines. Looks at
 * brackets and strings only; what is between them is for the parser.
 */
export function splitLine(line: Uint8Array): Split {
  const whole = withoutList(line)
  if (whole.start >= whole.end) return { pieces: [], state: 'sound', depth: 0 }
  const pieces: Piece[] = []
  let start = whole.start
  let [level, depth] = [0, 0]
  let inString = false
  for (let at = whole.start; at < whole.end; at++) {
    const octet = line[at]
    if (inString) {
      if (octet === backslash) at++
      else if (octet === quote) inString = false
    } else if (octet === quote) inString = true
    else if (octet === openObject || octet === openList) depth = Math.max(depth, ++level)
    else if (octet === closeObject || octet === closeList) {
      if (--level < 0) return { pieces: [whole], state: 'wrong', depth }
    } else if (octet === comma && level === 0) {
      pieces.push(trimmed(line, { start, end: at }))
      start = at + 1
    }
  }
  pieces.push(trimmed(line, { start, end: whole.end }))
  if (inString || level > 0) return { pieces: [whole], state: 'open', depth }
  // A line of plain text has commas too: it is one fault, not one for each comma.
  const objects = pieces.every(piece => line[piece.start] === openObject)
  return objects ? { pieces, state: 'sound', depth } : { pieces: [whole], state: 'wrong', depth }
}
