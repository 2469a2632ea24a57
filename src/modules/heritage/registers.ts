import type { LocalDate } from '../../kernel/local-date.ts'
import { mayAt, type Viewer } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Institution, institutionsByIds, listInstitutions } from '../institutions/index.ts'
import { countRegisters } from './register-store.ts'

/** Kinds of places that keep objects; any other place that has some is there too. */
const keeping = ['museum', 'private-museum', 'traditional-house'] as const

/** The registers that somebody may keep: where they are at work, of the whole province those that keep objects. */
export async function keptRegisters(
  db: Db,
  viewer: Viewer,
  on: LocalDate,
): Promise<{ readonly institution: Institution; readonly count: number }[]> {
  const counts = await countRegisters(db)
  const held = viewer.rights.filter(({ right }) => right === 'catalogue')
  const own = held.flatMap(({ institution }) => institution ?? [])
  const everywhere = held.some(({ institution }) => institution === null)
  const museums = everywhere
    ? (await Promise.all(keeping.map(kind => listInstitutions(db, { on, kind }, { limit: 200, offset: 0 })))).flatMap(
        ({ institutions }) => institutions,
      )
    : []
  const others = await institutionsByIds(db, [...new Set([...own, ...counts.keys()])])
  const all = new Map([...museums, ...others].map(institution => [institution.id, institution]))
  return [...all.values()]
    .filter(({ id }) => mayAt(viewer, 'catalogue', id))
    .map(institution => ({ institution, count: counts.get(institution.id) ?? 0 }))
}
