import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readPlaceFiles, readSeed } from '../src/cli/demo-seed.ts'
import { shelvesOf } from '../src/cli/demo-shelves.ts'
import { decideShown, objectFromCells } from '../src/modules/heritage/index.ts'
import { isInstitutionCode } from '../src/modules/institutions/institution.ts'
import { kinds } from '../src/modules/institutions/kinds.ts'
import { officialUnits } from '../src/modules/places/official-units.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const texts = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

const seed = readSeed()
const { institutions } = z
  .object({
    institutions: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        parent: z.string().nullable(),
        contacts: z.array(z.object({ kind: z.string(), value: z.string() })),
        facilities: z.array(z.object({ place: z.string(), placeBefore: z.string().optional() })),
      }),
    ),
  })
  .parse(seed.institutions)
const codes = new Set(institutions.map(({ code }) => code))
const shelves = seed.libraries.map(library => shelvesOf(library, seed.titles))

const doubles = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

it('is written in composed Unicode and says of itself that it is a sample', () => {
  for (const { name, text } of texts) {
    assert.equal(text, text.normalize('NFC'), name)
    assert.match(text, /"about": "Dữ liệu mẫu/, name)
  }
})

it('holds no telephone number, no personal contact and no address but those of example.org', () => {
  for (const { name, text } of texts) {
    assert.doesNotMatch(text, /(?<!\d)(\+84|0)[ .]?\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)/, name)
    for (const [mail] of text.matchAll(/[\w.-]+@[\w.-]+/g)) assert.match(mail, /@example\.org$/, name)
    assert.doesNotMatch(text, /https?:|facebook|zalo/, name)
  }
})

it('has institutions of every kind, each with a code of its own that can be typed', () => {
  assert.deepEqual(doubles(institutions.map(({ code }) => code)), [])
  assert.ok(institutions.every(({ code }) => isInstitutionCode(code)))
  const present = new Set(institutions.map(({ kind }) => kind))
  assert.deepEqual(
    kinds.filter(({ id }) => !present.has(id)),
    [],
  )
})

it('puts under a library or an office only what it manages, since a parent carries rights', () => {
  const others = ['school-library', 'university-library', 'special-library', 'armed-forces-library']
  const ownManaged = new Set<string>([...others, 'post-culture-point', 'youth-centre'])
  for (const { id, nonPublic, family } of kinds) if (nonPublic || family === 'learning') ownManaged.add(id)
  const wrong = institutions.filter(({ kind, parent }) => parent !== null && ownManaged.has(kind))
  assert.deepEqual(
    wrong.map(({ code }) => code),
    [],
  )
})

it('names only places that exist: units of today, and units until 30/6/2025 for what was before', () => {
  const { places } = officialUnits(readPlaceFiles())
  const communes = places.filter(({ level }) => level === 'commune').flatMap(({ versions }) => versions)
  const now = new Set(communes.filter(({ validTo }) => validTo === null).map(({ code }) => code))
  const before = new Set(communes.filter(({ validTo }) => validTo !== null).map(({ code }) => code))
  assert.deepEqual([now.size, before.size], [99, 319])
  for (const { code, facilities } of institutions) {
    for (const { place, placeBefore } of facilities) {
      assert.ok(now.has(place), `${code}: ${place}`)
      assert.ok(placeBefore === undefined || before.has(placeBefore), `${code}: ${placeBefore}`)
    }
  }
})

it('has at least 400 titles, each once, half of them about the highlands or for children', () => {
  const { titles } = seed
  assert.ok(titles.length >= 400, `${titles.length}`)
  assert.deepEqual(doubles(titles.map(({ id }) => id)), [])
  assert.deepEqual(doubles(titles.map(({ title, authors }) => `${title} / ${authors[0]?.name ?? ''}`)), [])
  const near =
    /Dân tộc|Lào Cai|Yên Bái|Sa Pa|Tây Bắc|Việt Bắc|Miền núi|Nông nghiệp|Nghề|Phong tục|dân gian|Rừng|Thiếu nhi|Tiếng /
  const highland = titles.filter(({ subjects }) => subjects.some(subject => near.test(subject)))
  assert.ok(highland.length * 2 >= titles.length, `${highland.length} of ${titles.length}`)
})

it('gives each title subjects, a broad class, and a year only of the past', () => {
  for (const { id, subjects, ddc, year } of seed.titles) {
    assert.ok(subjects.length > 0, id)
    assert.match(ddc ?? '000', /^\d{3}$/, id)
    assert.ok(year === null || (year > 1300 && year <= 2025), id)
  }
})

it('never gives a title two subjects that exclude each other', () => {
  const apart = [
    ['Tây Nguyên', 'Miền núi phía Bắc'],
    ['Hồi ký', 'Truyện ngắn'],
    ['Phóng sự', 'Truyện ngắn'],
    ['Văn học nước ngoài', 'Văn học Việt Nam'],
  ]
  for (const { id, subjects } of seed.titles)
    for (const pair of apart)
      assert.ok(!pair.every(subject => subjects.includes(subject)), `${id}: ${pair.join(' + ')}`)
})

it('puts folk tales in 398 and every other story in the literature of its own language', () => {
  const first = new Map([
    ['Văn học Việt Nam', '895'],
    ['Văn học Trung Quốc', '895'],
    ['Văn học Nhật Bản', '895'],
    ['Văn học Pháp', '843'],
    ['Văn học Anh', '823'],
    ['Văn học Mỹ', '813'],
    ['Văn học Nga', '891'],
    ['Văn học Ý', '853'],
    ['Văn học dân gian', '398'],
  ])
  for (const { id, subjects, ddc } of seed.titles) {
    const of = subjects.find(subject => first.has(subject))
    if (of !== undefined) assert.equal(ddc, first.get(of), id)
  }
})

it('puts 1,500 to 2,500 copies on the shelves of libraries that exist, each with its own barcode', () => {
  const barcodes = shelves.flatMap(({ shelved }) => shelved.flatMap(({ copies }) => copies.map(copy => copy.barcode)))
  assert.ok(barcodes.length >= 1500 && barcodes.length <= 2500, `${barcodes.length}`)
  assert.equal(new Set(barcodes).size, barcodes.length)
  assert.ok(barcodes.every(barcode => /^[A-Z0-9]{2,12}-\d{6}$/.test(barcode)))
  assert.ok(seed.libraries.every(({ institution }) => codes.has(institution)))
  for (const { library, shelved } of shelves)
    assert.equal(shelved.length, Math.min(library.titles, seed.titles.length), library.institution)
})

it('leaves no title on nobody’s shelf but a few', () => {
  const held = new Set(shelves.flatMap(({ shelved }) => shelved.map(({ title }) => title.id)))
  assert.ok(seed.titles.length - held.size <= 10)
})

it('names its people by their roles and numbers, their logins in plain letters', () => {
  const logins = [...seed.staff, ...seed.readers].flatMap(({ login }) => login ?? [])
  assert.deepEqual(doubles(logins), [])
  assert.ok(logins.every(login => /^[a-z0-9-]+$/.test(login)))
  assert.ok(seed.readers.every(({ name }) => /^Bạn đọc mẫu \d\d$/.test(name)))
  for (const { institution } of [...seed.staff, ...seed.readers])
    assert.ok(institution === null || codes.has(institution), `${institution}`)
  assert.deepEqual(new Set(seed.staff.map(({ role }) => role)).size, 7)
})

it('has some two dozen objects that nobody owns, numbered and described as samples, two of them kept for staff', () => {
  const { institution, objects } = seed.objects
  assert.ok(codes.has(institution) && objects.length >= 20)
  assert.deepEqual(doubles(objects.map(({ number }) => number ?? '')), [])
  const hidden = objects.filter(cells => {
    const mapped = objectFromCells(cells)
    assert.ok(!('code' in mapped), cells.number)
    assert.deepEqual(mapped.warnings, [], cells.number)
    assert.match(mapped.accessionNumber ?? '', /^MẪU \d{3}$/)
    assert.match(mapped.facts.description ?? '', /Hiện vật mẫu, không có thật\.$/)
    return decideShown(mapped.facts).shown === 'staff'
  })
  assert.equal(hidden.length, 2)
})
