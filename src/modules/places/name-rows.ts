import { fold } from '../../kernel/vietnamese.ts'
import type { Place, PlaceVersion, Validity } from './place.ts'
import { otherSpellings } from './spellings.ts'

/** One way to write a place's name. */
export interface NameRow extends Validity {
  readonly place: string
  readonly text: string
  readonly folded: string
  readonly kind: 'official' | 'short' | 'spelling'
}

/** 'Lào Cai' of 'Phường Lào Cai'. */
export const shortNameOf = (version: Pick<PlaceVersion, 'type'>, name: string): string =>
  name.startsWith(`${version.type} `) ? name.slice(version.type.length + 1) : name

/** Every way in which people may write what a place is or was called, each once. */
export function nameRowsOf(place: Place): NameRow[] {
  const rows = place.versions.flatMap(version => {
    const days = { validFrom: version.validFrom, validTo: version.validTo }
    const always = { validFrom: null, validTo: null }
    return version.name.flatMap(({ text }) => {
      const short = shortNameOf(version, text)
      return [
        { text, kind: 'official' as const, ...days },
        { text: short, kind: 'short' as const, ...days },
        ...otherSpellings(short).flatMap(other => [
          { text: other, kind: 'spelling' as const, ...always },
          { text: `${version.type} ${other}`, kind: 'spelling' as const, ...always },
        ]),
      ]
    })
  })
  const once = new Map<string, NameRow>()
  for (const row of rows) {
    const key = `${row.kind}:${row.text}`
    const earlier = once.get(key)
    const validTo = row.validTo
    once.set(key, earlier ? { ...earlier, validTo } : { place: place.id, folded: fold(row.text), ...row })
  }
  return [...once.values()]
}
