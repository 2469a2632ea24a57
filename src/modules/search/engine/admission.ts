import type { LocalDate } from '../../../kernel/local-date.ts'
import type { Interner } from './interner.ts'
import type { Admission } from './part.ts'

/** Decides once per query which of all audiences admit the viewer; the last few viewers are remembered. */
export type Admits = (audience: string, grants: ReadonlySet<string>, today: LocalDate) => boolean

const viewersKept = 32

export function admissions(
  audiences: Interner,
  admits: Admits,
): (grants: ReadonlySet<string>, today: LocalDate) => Admission {
  const known = new Map<string, Admission>()
  return (grants, today) => {
    const viewer = JSON.stringify([today, audiences.size(), ...[...grants].sort()])
    const remembered = known.get(viewer)
    if (remembered !== undefined) return remembered
    const flags = Uint8Array.from(audiences.all(), audience => (admits(audience, grants, today) ? 1 : 0))
    const admission = { admits: flags, signature: flags.join('') }
    if (known.size >= viewersKept) known.delete(known.keys().next().value ?? '')
    known.set(viewer, admission)
    return admission
  }
}
