// Writes src/standards/marc/marc8-tables.ts from the Library of Congress code tables as Index Data keeps them in yaz.
// Usage: node bin/make-marc8-tables.mjs codetables.xml
import { readFileSync, writeFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node bin/make-marc8-tables.mjs yaz/src/codetables.xml')
  process.exit(2)
}

const sets = readFileSync(file, 'utf8')
  .split('<characterSet ')
  .slice(1)
  .map(text => ({
    name: /name="([^"]*)"/.exec(text)[1],
    final: String.fromCharCode(Number.parseInt(/ISOcode="(\w+)"/.exec(text)[1], 16)),
    codes: [...text.matchAll(/<code>(.*?)<\/code>/gs)].flatMap(([, code]) => {
      const part = name => new RegExp(`<${name}>\\s*(\\w+)`).exec(code)?.[1]
      const [marc, ucs] = [part('marc'), part('ucs')]
      // The second halves of EB and FA have no character of their own since 2004.
      if (marc === undefined || ucs === undefined) return []
      const isMark = code.includes('<isCombining>true')
      return [{ marc: Number.parseInt(marc, 16), character: String.fromCodePoint(Number.parseInt(ucs, 16)), isMark }]
    }),
  }))

const escaped = text =>
  [...text]
    .map(character => {
      const point = character.codePointAt(0)
      if (character === '`' || character === '\\') return `\\${character}`
      const plain =
        (point >= 0x20 && point < 0x7f) ||
        /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(character)
      return plain ? character : `\\u{${point.toString(16)}}`
    })
    .join('')

const hex = octet => octet.toString(16).padStart(2, '0')

/** Runs of neighbouring octets: the first of them in hexadecimal, then their characters; blanks between runs. */
function runs(codes) {
  const found = []
  let next = -1
  for (const { marc, character } of codes.toSorted((a, b) => a.marc - b.marc)) {
    if (marc === next) found[found.length - 1] += escaped(character)
    else found.push(hex(marc) + escaped(character))
    next = marc + 1
  }
  return found.join(' ')
}

/** A line for each pair of first octets: the pair in hexadecimal, a blank, the runs of third octets. */
function rows(codes) {
  const byPair = new Map()
  for (const code of codes) byPair.set(code.marc >> 8, [...(byPair.get(code.marc >> 8) ?? []), code])
  return [...byPair.keys()]
    .toSorted((a, b) => a - b)
    .map(pair => `${pair.toString(16)} ${runs(byPair.get(pair).map(code => ({ ...code, marc: code.marc & 0xff })))}`)
    .join('\n')
}

/** Graphic codes as in G0; control codes of G0 and G1 are read apart. */
function singleOctet({ name, final, codes }) {
  const graphic = codes
    .filter(({ marc }) => (marc & 0x7f) > 0x20 && (marc & 0x7f) < 0x7f)
    .map(code => ({ ...code, marc: code.marc & 0x7f }))
  const marks = graphic
    .filter(code => code.isMark)
    .map(({ marc }) => hex(marc))
    .join('')
  return `  // ${name}\n  ${/[A-Za-z]/.test(final) ? final : `'${final}'`}: {\n    marks: '${marks}',\n    runs: \`${runs(graphic)}\`,\n  },`
}

const wide = sets.filter(set => set.codes.some(({ marc }) => marc > 0xff))
const narrow = sets.filter(set => !wide.includes(set))
if (wide.length !== 1 || narrow.length !== 11) throw new Error(`${file} is not the file that this program knows`)

writeFileSync(
  new URL('../src/standards/marc/marc8-tables.ts', import.meta.url),
  `// Made by bin/make-marc8-tables.mjs; do not edit.
//
// Derived from the code tables of the Library of Congress as Index Data ships them in YAZ (src/codetables.xml):
//
// Copyright (c) 1995-2026 Index Data. All rights reserved.
//
// Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
// following conditions are met: * Redistributions of source code must retain the above copyright notice, this list of
// conditions and the following disclaimer. * Redistributions in binary form must reproduce the above copyright notice,
// this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
// distribution. * Neither the name of Index Data nor the names of its contributors may be used to endorse or promote
// products derived from this software without specific prior written permission.
//
// THIS SOFTWARE IS PROVIDED BY INDEX DATA \`\`AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO,
// THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL INDEX
// DATA BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
// LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
// HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
// OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

/** A set of one octet a character: its combining marks as pairs of hexadecimal digits, its characters in runs. */
export interface NarrowSet {
  readonly marks: string
  /** Between blanks: the first octet, as in G0, then neighbouring characters. */
  readonly runs: string
}

/** By the final character of the escape sequence that brings the set in. MARC 21 Specifications, MARC-8 code tables. */
export const narrowSets: Readonly<Record<string, NarrowSet>> = {
${narrow.map(singleOctet).join('\n')}
}

/** East Asian characters (EACC, final "1"). Lines: the first two octets, then runs of third octets as above. */
export const wideRows = \`${rows(wide[0].codes)}\`
`,
)
