import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toEdtf } from './fuzzy-date.ts'
import { parseLibraryYear, readLibraryDate } from './library-date.ts'

const edtf = (typed: string): string | null => {
  const date = readLibraryDate(typed)
  return date === null ? null : toEdtf(date)
}

/** As typed in field 260 $c of real catalogues, and what it says. */
const typed: Readonly<Record<string, string | null>> = {
  '2005': '2005',
  '2005.': '2005',
  ' 2010,': '2010',
  '[2005]': '2005',
  '[2005?]': '2005?',
  '[1992?].': '1992?',
  c2010: '2010',
  '©2010': '2010',
  'cop. 1999': '1999',
  '2005, c2003': '2005',
  '2007[2007]': '2007',
  '698 [1937 or 1938]': '1937',
  'In lần 2, 2010': '2010',
  '1998-2001': '1998/2001',
  '1983-[1989]': '1983/1989',
  '1998-99': '1998/1999',
  '[1998-2001?]': '1998/2001',
  '2005-07': '2005-07',
  '1998-': '1998/..',
  '[1981-]': '1981/..',
  '[199-]': '199X',
  '[199-?]': '199X?',
  '190_?]': '190X?',
  '199?': '199X',
  '199.': '199X',
  '[19--]': '19XX',
  '[19--?]': '19XX?',
  'khoảng 1920': '1920~',
  '[ca. 1920?]': '1920%',
  'tháng 5/2005': '2005-05',
  '5/2005': '2005-05',
  'thế kỷ 19': '18XX',
  'những năm 1990': '199X',
  '199X~': '199X~',
  'dang cap nhat': null,
  C: null,
  '19': null,
  '2973': null,
  '20111': null,
  '': null,
}

describe('a date of publication', () => {
  for (const [text, meaning] of Object.entries(typed))
    it(`typed as «${text}» is ${meaning ?? 'no date'}`, () => assert.equal(edtf(text), meaning))

  it('is read in NFD too', () => assert.equal(edtf('khoảng 1920'.normalize('NFD')), '1920~'))

  it('has a first year', () => {
    assert.equal(parseLibraryYear('[1998-2001]'), 1998)
    assert.equal(parseLibraryYear('[199-]'), 1990)
    assert.equal(parseLibraryYear('c2010.'), 2010)
    assert.equal(parseLibraryYear('s.a.'), null)
    assert.equal(parseLibraryYear('../1945'), null)
  })
})
