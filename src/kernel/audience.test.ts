import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Audience,
  all,
  allows,
  any,
  everyone,
  grant,
  nobody,
  notBefore,
  parseAudience,
  season,
  until,
} from './audience.ts'
import { dateOfDayNumber, type LocalDate, localDate } from './local-date.ts'

const today = localDate('2026-11-24')
const none = new Set<string>()
const staff = grant('circulate@tvt')
const signedIn = grant('signed-in')

/** A formula built in any order, beside what it means. */
interface Meant {
  readonly audience: Audience
  readonly mirrored: Audience
  readonly text: string
  readonly admits: (grants: ReadonlySet<string>, day: LocalDate) => boolean
}

const days = fc.integer({ min: 20_000, max: 20_800 }).map(dateOfDayNumber)
const leaf = (audience: Audience, admits: Meant['admits']): Meant => ({
  audience,
  mirrored: audience,
  text: audience,
  admits,
})
const leaves = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map(name => leaf(grant(name), grants => grants.has(name))),
  days.map(day => leaf(notBefore(day), (_, now) => day <= now)),
  days.map(day => leaf(until(day), (_, now) => now <= day)),
  fc.constant(leaf(season('11-01', '02-29'), (_, now) => now.slice(5) >= '11-01' || now.slice(5) <= '02-29')),
  fc.constant(leaf(everyone, () => true)),
  fc.constant(leaf(nobody, () => false)),
)
const group = (kind: 'any' | 'all', of: readonly Meant[]): Meant => {
  const join = kind === 'any' ? any : all
  const mirrored = of.map(one => one.mirrored).toReversed()
  return {
    audience: join(...of.map(one => one.audience)),
    mirrored: join(...mirrored, ...mirrored),
    text: of.length === 0 ? (kind === 'any' ? 'nobody' : 'everyone') : `${kind}(${of.map(one => one.text).join(',')})`,
    admits: (grants, day) =>
      kind === 'any' ? of.some(one => one.admits(grants, day)) : of.every(one => one.admits(grants, day)),
  }
}
const { formula } = fc.letrec<{ formula: Meant; group: Meant }>(tie => ({
  formula: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaves, tie('group')),
  group: fc
    .tuple(fc.constantFrom('any', 'all'), fc.array(tie('formula'), { maxLength: 4 }))
    .map(([kind, of]) => group(kind, of)),
}))
const someGrants = fc.subarray(['a', 'b', 'c', 'd']).map(held => new Set(held))

describe('an audience', () => {
  it('admits those who hold its grant and keeps all others out', () => {
    assert.equal(allows(staff, new Set(['circulate@tvt']), today), true)
    assert.equal(allows(staff, new Set(['circulate@sa-pa']), today), false)
    assert.equal(allows(staff, none, today), false)
    assert.equal(allows(everyone, none, today), true)
    assert.equal(allows(nobody, new Set(['circulate@tvt', 'nobody']), today), false)
  })

  it('has a first and a last day, both included', () => {
    const shown = all(notBefore(localDate('2026-11-24')), until(localDate('2026-11-30')))
    const seen = ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01'].map(day =>
      allows(shown, none, localDate(day)),
    )
    assert.deepEqual(seen, [false, true, true, false])
  })

  it('may have a season that comes back every year, over the new year too', () => {
    const winter = season('11-01', '02-29')
    const seen = ['2026-10-31', '2026-11-01', '2027-01-15', '2028-02-29', '2027-03-01'].map(day =>
      allows(winter, none, localDate(day)),
    )
    assert.deepEqual(seen, [false, true, true, true, false])
    const spring = ['02-28', '03-01', '05-31', '06-01'].map(day =>
      allows(season('03-01', '05-31'), none, localDate(`2026-${day}`)),
    )
    assert.deepEqual(spring, [false, true, true, false])
  })

  it('is one text however it is built', () => {
    assert.equal(any(staff, signedIn), any(signedIn, any(staff, signedIn), nobody))
    assert.equal(any(staff, signedIn), 'any(+circulate@tvt,+signed-in)')
    assert.equal(all(staff), staff)
    assert.equal(any(staff, all(staff, signedIn)), staff)
    assert.equal(all(staff, any(staff, signedIn)), staff)
    assert.equal(any(staff, everyone), everyone)
    assert.equal(all(staff, nobody), nobody)
    assert.equal(any(), nobody)
    assert.equal(all(), everyone)
  })

  it('is read back from its text, and a damaged text is none and admits nobody', () => {
    assert.equal(parseAudience('any(+signed-in,+circulate@tvt)'), 'any(+circulate@tvt,+signed-in)')
    const damaged = [
      '',
      'any',
      'any()',
      'any(',
      '+',
      'signed-in',
      '+a,+b',
      '+a)',
      'any(+a,)',
      'any(+a +b)',
      'not(+a)',
      'all(+a))',
    ]
    for (const text of [
      ...damaged,
      'until(2026-02-30)',
      'season(13-01,01-01)',
      'any('.repeat(5000),
      '+a'.repeat(9000),
      7,
      null,
    ]) {
      assert.equal(parseAudience(text), null, String(text).slice(0, 40))
      assert.equal(allows(String(text) as Audience, new Set(['a', 'b', 'signed-in']), today), false)
    }
  })

  it('refuses a grant or a season that could not be written', () => {
    for (const name of ['', 'a b', 'a,b', 'a)']) assert.throws(() => grant(name), /is no name/)
    assert.throws(() => season('02-30', '03-01'), /is no season/)
  })

  it('in normal form means what was said', () => {
    fc.assert(
      fc.property(formula, someGrants, days, (meant, grants, day) => {
        assert.equal(allows(meant.audience, grants, day), meant.admits(grants, day))
        assert.equal(allows(meant.text as Audience, grants, day), meant.admits(grants, day))
      }),
      { numRuns: 3000 },
    )
  })

  it('has a normal form that order, repetition and reading again do not change', () => {
    fc.assert(
      fc.property(formula, meant => {
        assert.equal(meant.mirrored, meant.audience)
        assert.equal(parseAudience(meant.text), meant.audience)
        assert.equal(parseAudience(meant.audience), meant.audience)
      }),
      { numRuns: 3000 },
    )
  })
})
