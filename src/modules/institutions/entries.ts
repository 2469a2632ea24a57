import { localDateAt } from '../../kernel/local-date.ts'
import type { PlacesPort } from '../places/index.ts'
import { listInstitutions } from './store.ts'
import { summarise } from './summary.ts'

const mostShown = 60

/** What stands on the page of a place: the institutions that worked there on the day. For `PlacesPort`. */
export const institutionsInPlaces: PlacesPort['entriesIn'] = async (db, places, on, lang, now) => {
  const { institutions } = await listInstitutions(db, { places, on }, { limit: mostShown, offset: 0 })
  const isToday = on === localDateAt(now)
  return (await summarise(db, institutions, lang, now)).map(({ href, name, kindName, state }) => ({
    href,
    name,
    kind: kindName,
    state: isToday ? state : null,
  }))
}
