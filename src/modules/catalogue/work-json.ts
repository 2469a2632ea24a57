import { type Institution, institutionPaths } from '../institutions/index.ts'
import type { Edition, Item } from './edition.ts'
import type { Work } from './edition-store.ts'
import { holdingsOf } from './holding.ts'
import { recordPath, workPath } from './paths.ts'

interface WorkParts {
  readonly work: Work
  /** Newest first. */
  readonly editions: readonly Edition[]
  readonly items: readonly Item[]
  /** Whoever keeps one of the copies. */
  readonly keepers: readonly Institution[]
}

const named = (texts: Work['title']) => texts.map(({ lang, text }) => ({ lang, text }))

/**
 * The work for programs: its editions as their records describe them, and how many copies each institution keeps and has
 * on the shelf. No copy by itself and nothing of who reads: what is here is what the page says.
 */
export function workJson({ work, editions, items, keepers }: WorkParts, origin: string) {
  const byId = new Map(keepers.map(keeper => [keeper.id, keeper]))
  const holdings = (held: readonly Item[]) =>
    holdingsOf(held).flatMap(({ institution, callNumbers, locations, copies, free }) => {
      const keeper = byId.get(institution)
      if (keeper === undefined) return []
      const url = `${origin}${institutionPaths.institution(keeper.code)}`
      return [
        { institution: keeper.code, name: named(keeper.name), url, callNumbers, locations, copies, onShelf: free },
      ]
    })
  return {
    id: work.id,
    url: `${origin}${workPath(work.id)}`,
    title: named(work.title),
    editions: editions.map(({ id, facts }) => ({
      id,
      ...facts,
      title: named(facts.title),
      records: { marc: `${origin}${recordPath(id, 'mrc')}`, marcxml: `${origin}${recordPath(id, 'xml')}` },
      holdings: holdings(items.filter(item => item.edition === id)),
    })),
  }
}
