import type { Language } from '../../kernel/language.ts'
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import type { StateKind } from '../../site/index.ts'
import { type PlaceOn, placeOn, placesByIds, versionNear } from '../places/index.ts'
import type { Facility, Institution } from './institution.ts'
import { type Kind, kindOf } from './kinds.ts'
import { stateInWords } from './open-state.ts'
import { paths } from './paths.ts'
import { facilitiesOf } from './store.ts'

/** What a list says of an institution. */
export interface Summary {
  readonly id: string
  readonly code: string
  readonly href: string
  readonly name: string
  /** Language of the name when it is not the page's. */
  readonly nameLang: string | undefined
  readonly kind: Kind
  readonly kindName: string
  readonly seat: Facility | null
  /** The unit of its seat on that day. */
  readonly place: PlaceOn | null
  readonly state: { readonly kind: StateKind; readonly text: string }
}

/** Summaries in the order given, as they stand at an instant. */
export async function summarise(
  db: Db,
  institutions: readonly Institution[],
  lang: Language,
  now: Date,
): Promise<Summary[]> {
  const today = localDateAt(now)
  const seats = await seatsOf(db, institutions, today)
  const found = await placesByIds(db, [...new Set([...seats.values()].flatMap(seat => seat.place ?? []))])
  const places = new Map(found.map(place => [place.id, placeOn(place, versionNear(place, today))]))
  return institutions.map(institution => {
    const name = textIn(institution.name, lang)
    const seat = seats.get(institution.id) ?? null
    const kind = kindOf(institution.kind)
    return {
      id: institution.id,
      code: institution.code,
      href: paths.institution(institution.code),
      name: name.text,
      nameLang: name.missing ? name.lang : undefined,
      kind,
      kindName: kind[lang],
      seat,
      place: places.get(seat?.place ?? '') ?? null,
      state: stateInWords(institution, seat, lang, now),
    }
  })
}

/** The first facility of each on that day. */
async function seatsOf(db: Db, institutions: readonly Institution[], on: LocalDate): Promise<Map<string, Facility>> {
  const seats = new Map<string, Facility>()
  for (const facility of await facilitiesOf(
    db,
    institutions.map(({ id }) => id),
    on,
  )) {
    if (!seats.has(facility.institution)) seats.set(facility.institution, facility)
  }
  return seats
}
