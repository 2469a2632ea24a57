import { everyone } from '../kernel/audience.ts'
import type { Language } from '../kernel/language.ts'
import { type LocalDate, localDateAt } from '../kernel/local-date.ts'
import { textIn } from '../kernel/localized-text.ts'
import {
  type Institution,
  type InstitutionsPort,
  institutionByCode,
  institutionDocument,
  institutionPaths,
  institutionsInPlaces,
  listInstitutions,
} from '../modules/institutions/index.ts'
import { record } from '../modules/participation/index.ts'
import { communesOn, lineageUp, type PlacesPort, placeByCode, placeDocuments } from '../modules/places/index.ts'
import { type Name, queueDocuments, type SearchDocument, type SearchPort } from '../modules/search/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'

const nothingMore = {
  people: [],
  subjects: [],
  identifiers: [],
  text: '',
  language: null,
  institutions: [],
  year: null,
}

async function documentsOfPlaces(db: Db, places: readonly string[], today: LocalDate): Promise<SearchDocument[]> {
  return (await placeDocuments(db, places, today)).map(place => ({
    ...nothingMore,
    kind: 'place',
    id: place.id,
    url: place.url,
    title: place.title,
    otherTitles: place.otherTitles,
    identifiers: place.codes,
    places: place.within,
    available: false,
    audience: everyone,
    display: { line: place.line },
    sortKey: place.sortKey,
  }))
}

async function documentOfInstitution(db: Db, institution: Institution, now: Date): Promise<SearchDocument> {
  const values = await institutionDocument(db, institution, now)
  return {
    ...nothingMore,
    kind: 'institution',
    id: values.id,
    url: values.url,
    title: values.title,
    otherTitles: values.otherTitles,
    subjects: [...values.subjects, ...values.placeNames],
    subjectsFacet: [],
    text: values.text,
    identifiers: [values.code],
    institutions: [values.code],
    places: values.places,
    available: values.current,
    audience: everyone,
    display: { line: values.line },
    sortKey: values.sortKey,
  }
}

/** What places need of the modules after them. */
export const placesPort = (clock: Clock): PlacesPort => ({
  onChanged: async (tx, places) => queueDocuments(tx, await documentsOfPlaces(tx, places, localDateAt(clock.now()))),
  entriesIn: institutionsInPlaces,
})

/** What institutions need of the modules after them. */
export const institutionsPort = (clock: Clock): InstitutionsPort => ({
  onChanged: async (tx, institutions) => {
    const documents: SearchDocument[] = []
    for (const institution of institutions) documents.push(await documentOfInstitution(tx, institution, clock.now()))
    await queueDocuments(tx, documents)
  },
  recordStock: async (tx, act, changes) => {
    await record(
      tx,
      act,
      changes.map(change => ({
        verb: 'institutions.stocked',
        object: { kind: 'institution', id: change.institution },
        institution: change.institution,
        facility: null,
        place: change.place,
        quantity: change.quantity,
        occurredAt: change.occurredAt,
        person: null,
      })),
    )
  },
})

const languageNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  vi: new Intl.DisplayNames('vi', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

/** The own name of a language where the machine knows one; otherwise its code. */
function languageName(code: string, lang: Language): string {
  try {
    return languageNames[lang].of(code) ?? code
  } catch {
    return code
  }
}

async function labelled(
  values: readonly string[],
  nameOf: (value: string) => Promise<string | undefined>,
): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  for (const value of values) {
    const name = await nameOf(value)
    if (name !== undefined) labels.set(value, name)
  }
  return labels
}

const mostInstitutions = 5_000
const placesAsked = 3

/** Xã Tả Phìn stands under T. */
const named = (label: string, type: string): Name => ({
  label,
  sortBy: label.startsWith(`${type} `) ? label.slice(type.length + 1) : label,
})

/** A place of today and what it was made of: institutions may stand in either. */
async function withFormer(db: Db, code: string, on: LocalDate): Promise<string[]> {
  const place = await placeByCode(db, code, on)
  return place === null ? [] : [place.id, ...(await lineageUp(db, place.id)).map(ancestor => ancestor.place.id)]
}

/** What search asks of the modules that it does not know. */
export const searchPort = (db: Db, clock: Clock): SearchPort => ({
  labels: (facet, values, lang) =>
    labelled(values, async value => {
      if (facet === 'institution') {
        const institution = await institutionByCode(db, value)
        return institution === null ? undefined : textIn(institution.name, lang).text
      }
      if (facet === 'place') {
        const place = await placeByCode(db, value, localDateAt(clock.now()))
        return place === null ? undefined : textIn(place.name, lang).text
      }
      return facet === 'language' ? languageName(value, lang) : undefined
    }),
  names: async (facet, c) => {
    const { lang } = c.var
    const on = localDateAt(c.var.now)
    if (facet === 'place') {
      const communes = await communesOn(db, on)
      return new Map(communes.map(({ code, name, type }) => [code ?? '', named(textIn(name, lang).text, type)]))
    }
    const { institutions } = await listInstitutions(db, { on }, { limit: mostInstitutions, offset: 0 })
    return new Map(institutions.map(one => [one.code, named(textIn(one.name, lang).text, '')]))
  },
  whenNothingFound: async (codes, c) => {
    const on = localDateAt(c.var.now)
    const chosen = await Promise.all(codes.slice(0, placesAsked).map(code => withFormer(db, code, on)))
    const places = chosen.flat()
    const first = { limit: 2, offset: 0 }
    const found = await Promise.all([
      ...(places.length === 0 ? [] : [listInstitutions(db, { on, places }, { ...first, limit: 3 })]),
      ...(['provincial-library', 'commune-library'] as const).map(kind => listInstitutions(db, { on, kind }, first)),
    ])
    const links = found
      .flatMap(({ institutions }) => institutions)
      .map(one => ({ href: institutionPaths.institution(one.code), label: textIn(one.name, c.var.lang).text }))
    return links.filter(({ href }, at) => links.findIndex(other => other.href === href) === at)
  },
})
