import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

const css = readFileSync(join(import.meta.dirname, '../../public/style.css'), 'utf8')

/** The colours of the first `:root` block at or after `from`, by token. */
function tokens(from: string): Map<string, string> {
  const block = /:root\s*{([^}]*)}/.exec(css.slice(css.indexOf(from)))?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name = '', hex = '']) => [name, hex]))
}

const light = tokens(':root')
const schemes = { light, dark: new Map([...light, ...tokens('(prefers-color-scheme: dark)')]) }

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunk', 'wash']
const text = ['ink', 'ink-2', 'cham', 'thread']
const pairs: (readonly [front: string, back: string, least: number])[] = [
  ...text.flatMap(front => grounds.map(back => [front, back, 4.5] as const)),
  ...['ok', 'warn', 'stop'].flatMap(state => [
    [state, `${state}-bg`, 4.5] as const,
    [state, 'paper', 4.5] as const,
    [state, 'surface', 4.5] as const,
    ['ink', `${state}-bg`, 4.5] as const,
    ['cham', `${state}-bg`, 4.5] as const,
  ]),
  ['on-cham', 'cham', 4.5],
  ...['paper', 'surface', 'sunk', 'stop-bg'].map(back => ['edge', back, 3] as const),
]

describe('the colours', () => {
  for (const [scheme, values] of Object.entries(schemes)) {
    it(`can be told apart in ${scheme}: text by 4.5 to 1, borders of controls by 3 to 1`, () => {
      for (const [front, back, least] of pairs) {
        const [a, b] = [values.get(front), values.get(back)]
        assert.ok(a && b, `${front} and ${back} are tokens`)
        assert.ok(contrast(a, b) >= least, `${front} on ${back}: ${contrast(a, b).toFixed(2)}`)
      }
    })
  }

  it('has a dark value for every light one', () =>
    assert.deepEqual([...tokens('(prefers-color-scheme: dark)').keys()], [...light.keys()]))
})
