import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { xmlText } from './xml.ts'

describe('text in XML', () => {
  it('ends neither an element, an attribute nor a CDATA section', () =>
    assert.equal(xmlText(`<a b="c">&amp;]]>`), '&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;'))

  it('keeps Vietnamese and characters beyond the basic plane', () =>
    assert.equal(xmlText('Truyện Kiều 𠄩\t\n'), 'Truyện Kiều 𠄩\t\n'))

  it('loses what no XML may hold, with a mark in its place', () =>
    assert.equal(xmlText('a\u0000b\u001f\ud800c\uffff'), 'a\ufffdb\ufffd\ufffdc\ufffd'))
})
