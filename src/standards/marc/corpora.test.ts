import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Marc } from 'marcjs'
import { codesOf, filesIn, marcFixture, outcomesOf, recordsOf } from '../../../tests/support/marc.ts'
import { sharedFile } from '../../../tests/support/shared.ts'
import {
  createMarcxmlReader,
  type Field,
  type MarcRecord,
  marcxmlCollection,
  type Outcome,
  writeIso2709,
  writeMarcxml,
} from './index.ts'

const corpora = sharedFile('data/marc')
const university = sharedFile('data/marc/vietnamese-university')
const absent = (folder: string | null) =>
  folder === null ? { skip: 'the large corpora are not beside this clone' } : {}
const installed = (command: string) =>
  spawnSync(command, ['--version']).error ? { skip: `${command} is not installed` } : {}

const xmllint: string = 'xmllint'
const yaz: string = 'yaz-marcdump'
const iso2709Files = (folder: string) => filesIn(folder, '.mrc', '.marc', '.dat', '.usmarc')
const sound = recordsOf(outcomesOf(marcFixture('librarycarpentry-60.mrc')))
const ends = (bytes: Buffer) => bytes.reduce((count, octet) => count + (octet === 0x1d ? 1 : 0), 0)

const scratch = mkdtempSync(join(tmpdir(), 'marc-'))
after(() => rmSync(scratch, { recursive: true }))

/** One of our fields as marcjs has it. */
const asMarcjs = (record: MarcRecord): string[][] =>
  record.fields.map(field =>
    field.kind === 'control'
      ? [field.tag, field.value]
      : [field.tag, field.ind1 + field.ind2, ...field.subfields.flatMap(({ code, value }) => [code, value])],
  )

/** As yaz-marcdump prints a field, blanks at its end apart. */
const asLine = (field: Field): string =>
  (field.kind === 'control'
    ? `${field.tag} ${field.value}`
    : `${field.tag} ${field.ind1}${field.ind2}${field.subfields.map(({ code, value }) => ` $${code} ${value}`).join('')}`
  ).trimEnd()

const linesOf = (printed: string): string =>
  printed
    .split('\n')
    .filter(line => /^\d{3} /.test(line))
    .map(line => line.trimEnd())
    .join('\n')

describe('30,010 records of a Vietnamese university', absent(university), () => {
  const files = university === null ? [] : iso2709Files(university)

  it('are read, every one, without one U+FFFD', () => {
    const outcomes = files.flatMap(file => outcomesOf(readFileSync(file)))
    const records = recordsOf(outcomes)
    assert.equal(records.length, 30_010)
    assert.equal(outcomes.length, 30_010)
    assert.ok(!records.some(record => JSON.stringify(record).includes('\ufffd')))
    // In two titles an ampersand had become a subfield delimiter.
    assert.deepEqual(codesOf(outcomes), ['subfield-code-invalid', 'subfield-code-invalid'])
    assert.ok(outcomes.filter(outcome => outcome.kind === 'record' && outcome.normalised).length >= 30_000)
  })

  it('hold what marcjs reads in them, in NFC', () => {
    for (const outcome of files.flatMap(file => outcomesOf(readFileSync(file)))) {
      assert.ok(outcome.kind === 'record')
      if (outcome.warnings.length > 0) continue
      const theirs = Marc.parse(Buffer.from(outcome.bytes), 'iso2709').fields
      assert.deepEqual(
        asMarcjs(outcome.record),
        theirs.map(parts => parts.map(part => part.normalize('NFC'))),
      )
    }
  })
})

describe('the corpora of eighteen projects', absent(corpora), () => {
  const files = corpora === null ? [] : iso2709Files(corpora)
  const outcomes = new Map<string, Outcome[]>(files.map(file => [file, outcomesOf(readFileSync(file))]))

  it('are read with no record end unaccounted for', () => {
    for (const [file, read] of outcomes) assert.ok(read.length >= ends(readFileSync(file)), file)
  })

  it('are taken but for one record cut off at the end of its file and four stretches that are no records', () => {
    const problems = [...outcomes.values()].flat().filter(outcome => outcome.kind === 'problem')
    assert.deepEqual(problems.map(({ problem }) => problem.code).sort(), [
      'cut-at-end',
      'not-a-record',
      'not-a-record',
      'not-a-record',
      'not-a-record',
    ])
  })

  it('are written as the same octets wherever there was nothing to mend', () => {
    let same = 0
    for (const outcome of [...outcomes.values()].flat()) {
      if (outcome.kind === 'problem' || outcome.normalised || outcome.warnings.length > 0) continue
      if (outcome.record.leader.charAt(9) !== 'a') continue
      const written = writeIso2709(outcome.record)
      assert.ok(written.ok && Buffer.from(written.value).equals(Buffer.from(outcome.bytes)))
      same += 1
    }
    assert.ok(same > 2500, `only ${same} records were compared`)
  })

  it('are written as ISO 2709 that is read as the same, but for four records over its bounds', () => {
    let refused = 0
    for (const record of [...outcomes.values()].flatMap(recordsOf)) {
      const written = writeIso2709(record)
      if (!written.ok) {
        assert.ok(written.problems.every(({ code }) => code === 'record-too-long' || code === 'field-too-long'))
        refused += 1
        continue
      }
      const again = outcomesOf(written.value)
      assert.deepEqual(codesOf(again), [])
      assert.deepEqual(recordsOf(again)[0]?.fields, record.fields)
    }
    assert.equal(refused, 4)
  })

  it('in MARC-8 are read as yaz-marcdump reads them, but for what it loses or leaves', installed(yaz), () => {
    const file = join(scratch, 'one.mrc')
    const differing: string[] = []
    let compared = 0
    for (const [name, read] of outcomes) {
      for (const outcome of read) {
        if (outcome.kind === 'problem' || outcome.warnings.length > 0 || outcome.bytes[9] === 0x61) continue
        if (!outcome.bytes.some(octet => octet > 0x7f || octet === 0x1b)) continue
        writeFileSync(file, outcome.bytes)
        const theirs = execFileSync(yaz, ['-f', 'marc8', '-t', 'utf8', '-o', 'line', file]).toString().normalize('NFC')
        if (linesOf(theirs) !== outcome.record.fields.map(asLine).join('\n')) differing.push(basename(name))
        compared += 1
      }
    }
    assert.ok(compared >= 25, `only ${compared} records were compared`)
    assert.deepEqual(differing.sort(), [
      'test__marc-files__marc7.marc', // the second half of a ligature alone, which they drop
      'test__resources__greekmissingcharsetchange.mrc', // numeric references, which they leave
      'test__test_support__bad_subfield_code.marc', // a mark before the value, which they take for its code
    ])
  })

  it('in MARCXML are read without throwing, in chunks as whole', () => {
    for (const file of corpora === null ? [] : filesIn(corpora, '.xml')) {
      const bytes = Uint8Array.from(readFileSync(file))
      const read = (size: number) => {
        const reader = createMarcxmlReader()
        const found: Outcome[] = []
        for (let at = 0; at < bytes.length; at += size) found.push(...reader.push(bytes.subarray(at, at + size)))
        return [...found, ...reader.end()]
      }
      assert.deepEqual(read(4099), read(bytes.length), file)
    }
  })
})

describe('other programs', () => {
  const xml = () =>
    marcxmlCollection.open + sound.map(record => unwrap(writeMarcxml(record))).join('') + marcxmlCollection.close
  const unwrap = <T>(result: { ok: true; value: T } | { ok: false }): T => {
    assert.ok(result.ok)
    return result.value
  }

  it('find our MARCXML well-formed (xmllint)', installed(xmllint), () => {
    const file = join(scratch, 'ours.xml')
    writeFileSync(file, xml())
    execFileSync(xmllint, ['--noout', file])
  })

  it('read our ISO 2709 and our MARCXML as one (yaz-marcdump)', installed(yaz), () => {
    const iso = join(scratch, 'ours.mrc')
    const marcxml = join(scratch, 'yaz.xml')
    writeFileSync(iso, Buffer.concat(sound.map(record => unwrap(writeIso2709(record)))))
    writeFileSync(marcxml, xml())
    const dump = (...options: string[]) => execFileSync(yaz, options, { maxBuffer: 1 << 28 }).toString()
    // Of the leaders only the counts differ, which MARCXML leaves at zero.
    const lines = (text: string) => text.replace(/^\d{5}(.{7})\d{5}(.{7})$/gm, '$1$2').trim()
    assert.equal(lines(dump('-i', 'marc', '-o', 'line', iso)), lines(dump('-i', 'marcxml', '-o', 'line', marcxml)))
  })

  it('read the fixture as we do (marcjs)', () => {
    for (const outcome of outcomesOf(marcFixture('librarycarpentry-60.mrc'))) {
      assert.ok(outcome.kind === 'record')
      const theirs = Marc.parse(Buffer.from(outcome.bytes), 'iso2709').fields
      assert.deepEqual(
        asMarcjs(outcome.record),
        theirs.map(parts => parts.map(part => part.normalize('NFC'))),
      )
    }
  })
})
