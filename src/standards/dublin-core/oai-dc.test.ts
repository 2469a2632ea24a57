import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SaxesParser } from 'saxes'
import { type DublinCoreRecord, writeOaiDc } from './index.ts'

/** What a reader of XML finds, by namespace: `[namespace, name, xml:lang, text]`. Throws when it is not well formed. */
function read(xml: string): (string | undefined)[][] {
  const found: (string | undefined)[][] = []
  const parser = new SaxesParser({ xmlns: true })
  let text = ''
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', part => {
    text += part
  })
  parser.on('closetag', ({ uri, local, attributes }) => {
    found.push([uri, local, attributes['xml:lang']?.value, text])
  })
  parser.write(xml).close()
  return found
}

const dc = 'http://purl.org/dc/elements/1.1/'

describe('a record in Dublin Core', () => {
  it('gives every statement in its order, repeated ones too, in the namespaces of OAI', () => {
    const record: DublinCoreRecord = [
      { element: 'title', value: 'Truyện Kiều', lang: 'vi' },
      { element: 'creator', value: 'Nguyễn Du' },
      { element: 'subject', value: 'Thơ' },
      { element: 'subject', value: 'Truyện Nôm' },
    ]
    assert.deepEqual(read(writeOaiDc(record)).slice(0, -1), [
      [dc, 'title', 'vi', 'Truyện Kiều'],
      [dc, 'creator', undefined, 'Nguyễn Du'],
      [dc, 'subject', undefined, 'Thơ'],
      [dc, 'subject', undefined, 'Truyện Nôm'],
    ])
    assert.deepEqual(read(writeOaiDc(record)).at(-1)?.slice(0, 2), [
      'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'dc',
    ])
  })

  it('is well formed whatever a cataloguer typed', () => {
    const typed = `</dc:title><x a="&'>]]> \u0000\u000b`
    assert.deepEqual(read(writeOaiDc([{ element: 'title', value: typed }]))[0], [
      dc,
      'title',
      undefined,
      `</dc:title><x a="&'>]]> \ufffd\ufffd`,
    ])
  })

  it('leaves out what has no value, and may be empty', () => {
    assert.equal(read(writeOaiDc([{ element: 'date', value: ' ' }])).length, 1)
    assert.equal(read(writeOaiDc([])).length, 1)
  })
})
