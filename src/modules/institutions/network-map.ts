import type { Language } from '../../kernel/language.ts'
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { onTodaysMap, tilesOn } from '../places/index.ts'
import { countByPlace, listInstitutions } from './store.ts'
import { type Summary, summarise } from './summary.ts'

/** A commune of today on the diagram. */
export interface Commune {
  readonly place: string
  readonly code: string
  readonly name: LocalizedText
  readonly col: number
  readonly row: number
  /** Institutions that work there. */
  readonly count: number
}

export interface NetworkMap {
  /** In Vietnamese order. */
  readonly communes: readonly Commune[]
  /** Institutions in all, each counted once. */
  readonly total: number
}

/** The network of a day on the units of that day; a facility entered with an old unit counts where that unit lies now. */
export async function networkMap(db: Db, today: LocalDate): Promise<NetworkMap> {
  const counted = await countByPlace(db, today)
  const now = await onTodaysMap(db, [...counted.keys()], today)
  const counts = new Map<string, number>()
  for (const [place, count] of counted) {
    // Whole institutions: where a unit was split, they are shown in its largest part.
    const largest = [...(now.get(place) ?? [])].sort((a, b) => b.share - a.share)[0]
    if (largest) counts.set(largest.place.id, (counts.get(largest.place.id) ?? 0) + count)
  }
  const { total } = await listInstitutions(db, { on: today }, { limit: 1, offset: 0 })
  const communes = (await tilesOn(db, today)).map(tile => ({
    ...tile,
    code: tile.code ?? '',
    count: counts.get(tile.place) ?? 0,
  }))
  return { communes, total }
}

/** What the home page shows of the network. */
export interface HomeNetwork {
  /** `open` = something there is open now. */
  readonly tiles: readonly (Commune & { readonly open: boolean })[]
  /** Open now, at most as many as asked. */
  readonly openNow: readonly Summary[]
  readonly institutions: number
}

const mostRead = 500

/** The communes where something is open at this moment, and some of what is open. */
export async function homeNetwork(db: Db, lang: Language, now: Date, most = 3): Promise<HomeNetwork> {
  const today = localDateAt(now)
  const map = await networkMap(db, today)
  const { institutions } = await listInstitutions(db, { on: today }, { limit: mostRead, offset: 0 })
  const open = (await summarise(db, institutions, lang, now)).filter(isOpenToAll)
  const where = new Set(open.map(({ place }) => place?.id))
  return {
    tiles: map.communes.map(commune => ({ ...commune, open: where.has(commune.place) })),
    openNow: open.slice(0, most),
    institutions: map.total,
  }
}

/** Offices of partners keep hours too, but nobody goes there to learn. */
const isOpenToAll = ({ state, kind }: Summary): boolean => state.kind === 'there' && kind.family !== 'partner'
