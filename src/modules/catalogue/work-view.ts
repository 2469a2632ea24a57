import type { Language } from '../../kernel/language.ts'
import type { Db } from '../../platform/database/database.ts'
import { institutionsByIds, policyOf, summarise } from '../institutions/index.ts'
import type { Edition } from './edition.ts'
import { editionsOfWorks, type Work, worksById } from './edition-store.ts'
import { type Holding, holdingsOf } from './holding.ts'
import { itemsOfEditions } from './item-store.ts'

/** An institution's copies with what a visitor wants to know of the institution. */
export interface PlaceHolding extends Holding {
  readonly href: string
  readonly name: string
  readonly nameLang: string | undefined
  /** Whether it is open, and until or from when. */
  readonly openState: string
  readonly loanDays: number
  /** 0: nothing leaves the house. */
  readonly maxLoans: number
}

/** Everything that the page of a work shows. */
export interface WorkView {
  readonly work: Work
  /** Newest first; never empty. */
  readonly editions: readonly Edition[]
  readonly copiesOf: ReadonlyMap<string, number>
  readonly holdings: readonly PlaceHolding[]
  /** Institutions that keep a copy. */
  readonly places: number
  /** Those beyond the ones listed. */
  readonly morePlaces: number
  readonly free: number
  readonly copies: number
}

/** A page that lists more is no help in choosing where to go. */
const placesShown = 40

/** The work as it stands; null when it is not, or not any more, in the catalogue. */
export async function readWork(db: Db, id: string, lang: Language, now: Date): Promise<WorkView | null> {
  const [work] = await worksById(db, [id])
  const editions = await editionsOfWorks(db, [id])
  if (work === undefined || editions.length === 0) return null
  const items = await itemsOfEditions(
    db,
    editions.map(edition => edition.id),
  )
  const holdings = holdingsOf(items)
  const copiesOf = new Map<string, number>()
  for (const { edition } of items) copiesOf.set(edition, (copiesOf.get(edition) ?? 0) + 1)
  return {
    work,
    editions,
    copiesOf,
    holdings: await atPlaces(db, holdings.slice(0, placesShown), lang, now),
    places: holdings.length,
    morePlaces: Math.max(0, holdings.length - placesShown),
    free: holdings.reduce((sum, { free }) => sum + free, 0),
    copies: holdings.reduce((sum, { copies }) => sum + copies, 0),
  }
}

async function atPlaces(db: Db, holdings: readonly Holding[], lang: Language, now: Date): Promise<PlaceHolding[]> {
  const institutions = await institutionsByIds(
    db,
    holdings.map(({ institution }) => institution),
  )
  const summaries = new Map((await summarise(db, institutions, lang, now)).map(one => [one.id, one]))
  const places: PlaceHolding[] = []
  for (const holding of holdings) {
    const summary = summaries.get(holding.institution)
    if (summary === undefined) continue
    const { loanDays, maxLoans } = await policyOf(db, holding.institution)
    const { href, name, nameLang, state } = summary
    places.push({ ...holding, href, name, nameLang, openState: state.text, loanDays, maxLoans })
  }
  return places
}
