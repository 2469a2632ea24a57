import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Institution, institutionsByIds } from '../institutions/index.ts'
import { type Arrival, factsOfEditions } from './arrivals-store.ts'
import { shownTitle } from './describe.ts'
import type { EditionFacts } from './edition.ts'

/** An arrival with what a reader wants to know of it. */
export interface ShownArrival extends Arrival {
  readonly title: string
  readonly titleLang: string
  /** Who wrote it and when it was printed, in one line. */
  readonly by: string
  readonly place: { readonly code: string; readonly name: string }
}

const byLine = ({ people, year }: EditionFacts): string => {
  const names = people.slice(0, 3).map(person => person.name)
  return [names.join(', ') + (people.length > 3 ? ' …' : ''), year === null ? '' : String(year)]
    .filter(Boolean)
    .join(' · ')
}

/** These arrivals in words, in their order. */
export async function describeArrivals(db: Db, arrivals: readonly Arrival[], lang: Language): Promise<ShownArrival[]> {
  const facts = await factsOfEditions(
    db,
    arrivals.map(({ edition }) => edition),
  )
  const places = await institutionsByIds(db, [...new Set(arrivals.map(({ institution }) => institution))])
  const byId = new Map(places.map(place => [place.id, place]))
  return arrivals.flatMap(arrival => {
    const about = facts.get(arrival.edition)
    const place = byId.get(arrival.institution)
    if (about === undefined || place === undefined) return []
    return [
      {
        ...arrival,
        title: shownTitle(about.title, about.volume, lang),
        titleLang: textIn(about.title, lang).lang,
        by: byLine(about),
        place: namedPlace(place, lang),
      },
    ]
  })
}

export const namedPlace = ({ code, name }: Institution, lang: Language) => ({ code, name: textIn(name, lang).text })
