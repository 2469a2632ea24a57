import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actTypes, actTypesIn } from '../../tests/support/act-types.ts'
import { appWords } from './words.ts'

describe('the names of acts', () => {
  const performed = actTypes()

  it('are asked for in every room that performs acts', () => {
    const rooms = new Set(performed.map(type => type.split('.')[0]))
    for (const room of ['catalogue', 'circulation', 'demonstration', 'institutions', 'people'])
      assert.ok(rooms.has(room))
  })

  for (const lang of ['vi', 'en'] as const) {
    // More names are welcome: the journal keeps acts that this release no longer performs.
    it(`are there for every act that the program performs: ${lang}`, () => {
      const { acts } = appWords(lang)
      assert.deepEqual(
        performed.filter(type => acts[type] === undefined),
        [],
      )
    })

    it(`tell acts apart: ${lang}`, () => {
      const names = Object.values(appWords(lang).acts)
      assert.equal(new Set(names).size, names.length)
      for (const name of names) assert.match(name, /^\p{Lu}/u)
    })
  }
})

describe('the reader of act types', () => {
  const act = (type: string) =>
    `{ id, type: ${type}, version: 1, actor: null, institution: null, occurredAt, payload: {} }`
  const types = (text: string) => actTypesIn('a.ts', text)

  it('finds them written down, as constants, and handed to a function', () => {
    assert.deepEqual(types(`perform(db, ${act(`'a.b'`)}, work)`), ['a.b'])
    assert.deepEqual(types(`const kind = 'a.b'; const intent = ${act('kind')}`), ['a.b'])
    assert.deepEqual(types(`function step(w, type) { return ${act('type')} }\nstep(1, 'a.b'); step(2, 'a.c')`), [
      'a.b',
      'a.c',
    ])
    const nested = `async function on(type: string) { const x = ${act('`a.${type}`')} }\nconst f = () => on('b')`
    assert.deepEqual(types(nested), ['a.b'])
  })

  it('refuses what nobody can read, rather than passing it over', () => {
    assert.throws(() => types(act(`table[x]`).replace(/^/, 'const a = ')), /cannot be read/)
    assert.throws(() => types(`perform(db, { ...base }, work)`), /performs an act that is not written in it/)
  })
})
