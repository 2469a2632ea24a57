import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import { lockItem, setItemNote } from '../catalogue/index.ts'
import { branchesOf, institutionById } from '../institutions/index.ts'

/** Code points of a note: one line on the screen of a desk. */
export const longestNote = 120

export type NoteRefusal =
  | { readonly code: 'copy-gone' }
  | { readonly code: 'not-our-copy'; readonly keeper: string }
  | { readonly code: 'note-too-long'; readonly limit: number }

export interface NoteCopy {
  readonly act: string
  readonly by: string | null
  readonly institution: string
  readonly item: string
  /** '' takes the note away. */
  readonly note: string
  readonly now: Date
}

export type Noted = { readonly item: string }

/**
 * Writes what staff should know whenever they have this copy in hand, as "rách trang 12": for staff only, never public.
 * The journal keeps that it was written or cleared, and not its words, which could be about somebody.
 */
export function noteCopy(world: World, asked: NoteCopy): Promise<Result<Noted, NoteRefusal>> {
  const { act, by, institution, item, note, now } = asked
  const intent = {
    id: act,
    type: 'circulation.note-copy',
    version: 1,
    actor: by,
    institution,
    occurredAt: now,
    payload: { item, noted: note !== '' },
  }
  return perform<Noted, NoteRefusal>(world.database, intent, async tx => {
    const copy = await lockItem(tx, item)
    if (copy === null) return refused([{ code: 'copy-gone' }])
    const problems: NoteRefusal[] = []
    if (!(await branchesOf(tx, institution)).includes(copy.keeper)) {
      const keeper = await institutionById(tx, copy.keeper)
      problems.push({ code: 'not-our-copy', keeper: keeper?.name[0]?.text ?? '' })
    }
    if ([...note].length > longestNote) problems.push({ code: 'note-too-long', limit: longestNote })
    if (problems.length > 0) return refused(problems)
    await setItemNote(tx, item, note === '' ? null : note)
    return ok({ item })
  })
}
