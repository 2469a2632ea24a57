import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Audience, allows, everyone, grant } from '../../kernel/audience.ts'
import { type LocalDate, localDate } from '../../kernel/local-date.ts'
import { sortKey } from '../../kernel/vietnamese.ts'
import { ask } from './ask.ts'
import type { SearchDocument } from './document.ts'
import { createEngine, type Engine } from './engine/engine.ts'
import { analysed } from './follow.ts'
import { suggest } from './suggest.ts'

const today = localDate('2026-11-24')
const admits = (audience: string, grants: ReadonlySet<string>, day: LocalDate) =>
  allows(audience as Audience, grants, day)

const work = (id: number, title: string, audience: Audience = everyone): SearchDocument => ({
  kind: 'work',
  id: String(id),
  url: `/w/${id}`,
  title,
  otherTitles: [],
  people: [],
  subjects: title.split(' ').slice(0, 1),
  text: '',
  identifiers: [`B${id}`],
  language: null,
  institutions: [],
  places: [],
  year: 2000 + id,
  available: true,
  audience,
  display: {},
  sortKey: sortKey(title),
})

function indexOf(documents: readonly SearchDocument[]): Engine {
  const engine = createEngine(admits)
  engine.put(documents.map(document => analysed(document, 1)))
  return engine
}

/** The titles among what is suggested. */
const suggested = (engine: Engine, text: string, grants: ReadonlySet<string> = new Set()) =>
  suggest(engine, { text, grants, today }).flatMap(one => (one.kind === 'work' ? [one.text] : []))

describe('a suggestion', () => {
  const engine = indexOf([
    work(1, 'Mùa ruộng bậc thang'),
    work(2, 'Ruộng và rừng'),
    work(3, 'Rượu cần'),
    work(4, 'Ruộng và rừng'),
    work(5, 'Hồ sơ mật về ruộng', grant('staff')),
  ])

  it('completes the last word, with or without marks', () => {
    assert.deepEqual(suggested(engine, 'rừng ru'), ['Ruộng và rừng'])
    assert.deepEqual(suggested(engine, 'ruo').toSorted(), ['Mùa ruộng bậc thang', 'Ruộng và rừng', 'Rượu cần'])
  })

  it('names people and subjects before what merely has the words somewhere', () => {
    const poems = { ...work(6, 'Tiếng hát làng'), people: ['Lò Ngân Sủn'], subjects: ['Thơ ca'] }
    const about = indexOf([poems, { ...work(7, 'Nhà thơ Lò Ngân Sủn'), people: [], subjects: ['Thơ ca'] }])
    const all = (text: string) => suggest(about, { text, grants: new Set(), today })
    assert.deepEqual(
      all('lo ngan').map(({ kind, text }) => [kind, text]),
      [
        ['work', 'Nhà thơ Lò Ngân Sủn'],
        ['person', 'Lò Ngân Sủn'],
        ['work', 'Tiếng hát làng'],
      ],
    )
    assert.deepEqual(all('tho c')[0], { kind: 'subject', text: 'Thơ ca', url: null })
  })

  it('is empty when nothing was typed or nothing fits', () => {
    assert.deepEqual(suggested(engine, ''), [])
    assert.deepEqual(suggested(engine, 'xyz'), [])
    assert.deepEqual(suggested(engine, 'xyz ruo'), [])
  })

  it('names what is restricted only to those whom it is meant for', () => {
    assert.deepEqual(suggest(engine, { text: 'ho so', grants: new Set(), today }), [])
    assert.deepEqual(suggested(engine, 'ho so', new Set(['staff'])), ['Hồ sơ mật về ruộng'])
  })
})

const syllables = ['ruộng', 'rừng', 'rượu', 'bậc', 'bạc', 'bản', 'thang', 'tháng', 'mật']
const documents = fc.array(
  fc.record({ words: fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 }), secret: fc.boolean() }),
  { minLength: 1, maxLength: 25 },
)

describe('what is not meant for a viewer', () => {
  it('changes no hit, total, facet, unknown word or suggestion: all is as if it had never been indexed', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('r', 'ru', 'bậc', 'bac thang', 'mật', 'b1', 'ruộng bậc thang mật'),
        (made, text) => {
          const all = made.map(({ words, secret }, id) => work(id, words.join(' '), secret ? grant('staff') : everyone))
          const whole = indexOf(all)
          const never = indexOf(all.filter(document => document.audience === everyone))
          const query = { text, page: 1, pageSize: 50, grants: new Set<string>(), today, facets: { subject: ['mật'] } }
          assert.deepEqual({ ...ask(whole, query, false), tookMs: 0 }, { ...ask(never, query, false), tookMs: 0 })
          assert.deepEqual(suggest(whole, query), suggest(never, query))
        },
      ),
      { numRuns: 300 },
    )
  })
})
