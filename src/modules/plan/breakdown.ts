import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { lastDay, type YearMonth } from '../../kernel/year-month.ts'
import type { Db } from '../../platform/database/database.ts'
import { facilitiesByIds, institutionPaths, institutionsByIds } from '../institutions/index.ts'
import { onTodaysMap, placePaths, placesByIds, versionNear } from '../places/index.ts'
import { words } from './messages.ts'
import { grouped, type Publication, type Published } from './publish.ts'

/** By institution, by facility, by commune. */
export const ways = ['noi', 'dia-diem', 'xa'] as const
export type Way = (typeof ways)[number]

/** Communes as they are today, or as they were when it happened. */
export type Borders = 'hom-nay' | 'luc-do'

/** One line of a breakdown. */
export interface Line {
  /** Of an institution its id; else only to tell lines apart. */
  readonly key: string
  /** The institution's or the commune's own; '' where there is none. */
  readonly code: string
  readonly name: string
  readonly href: string | null
  readonly figures: readonly Published[]
}

interface Asked {
  readonly way: Way
  readonly borders: Borders
  /** Only what this institution did; null is the whole province. */
  readonly institution: string | null
  readonly today: LocalDate
  readonly lang: Language
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter(id => id !== null))]

/** The published figures of each institution, facility or commune. */
export async function linesOf(db: Db, whole: Publication, asked: Asked): Promise<Line[]> {
  const { institution, way } = asked
  const publication =
    institution === null ? whole : { ...whole, leaves: whole.leaves.filter(leaf => leaf.institution === institution) }
  if (way === 'noi') return byInstitution(db, publication, asked)
  return way === 'dia-diem' ? byFacility(db, publication, asked) : byCommune(db, publication, asked)
}

async function namesOf(db: Db, ids: readonly string[], lang: Language) {
  const known = await institutionsByIds(db, ids)
  return new Map(
    known.map(({ id, code, name }) => [
      id,
      { code, name: textIn(name, lang).text, href: institutionPaths.institution(code) },
    ]),
  )
}

async function byInstitution(db: Db, { institutions }: Publication, { lang, institution }: Asked): Promise<Line[]> {
  const shown = [...institutions].filter(([id]) => institution === null || id === institution)
  const names = await namesOf(
    db,
    shown.map(([id]) => id),
    lang,
  )
  return shown.map(([id, figures]) => ({ key: id, ...(names.get(id) ?? { code: '', name: '', href: null }), figures }))
}

async function byFacility(db: Db, publication: Publication, { lang }: Asked): Promise<Line[]> {
  const { leaves } = publication
  const names = await namesOf(db, distinct(leaves.map(leaf => leaf.institution)), lang)
  const facilities = new Map(
    (await facilitiesByIds(db, distinct(leaves.map(leaf => leaf.facility)))).map(one => [one.id, one]),
  )
  const say = words(lang)
  const lines = grouped(publication, leaf => `${leaf.institution} ${leaf.facility ?? ''}`)
  return [...lines].map(([key, figures]) => {
    const [institution = '', id = ''] = key.split(' ')
    const owner = names.get(institution)
    const facility = facilities.get(id)
    const own = facility && (facility.name.length > 0 ? textIn(facility.name, lang).text : facility.address)
    const part = own || (facility === undefined ? say.noFacility : '')
    return {
      key,
      code: owner?.code ?? '',
      name: [owner?.name ?? '', part].filter(Boolean).join(' · '),
      href: owner?.href ?? null,
      figures,
    }
  })
}

/** In an address, for the line of facts that name no commune. */
export const unknownCommune = 'khong-ro'

/** Of the key of a line whose unit was divided. */
const divided = 'chia '

/**
 * Which line of a breakdown by communes a place stands in, in a month: the commune's id, '' where none is known. A fact
 * of a village is one of its commune, as it then was or as it is.
 */
export async function communesOf(
  db: Db,
  places: readonly (string | null)[],
  { borders, today }: Pick<Asked, 'borders' | 'today'>,
): Promise<(place: string | null, month: YearMonth) => string> {
  const ids = distinct(places)
  const then = new Map((await placesByIds(db, ids)).map(place => [place.id, place]))
  const now = borders === 'hom-nay' ? await onTodaysMap(db, ids, today) : null
  return (id, month) => {
    const place = id === null ? undefined : then.get(id)
    if (id === null || place === undefined) return ''
    if (now === null) return (place.level === 'village' ? versionNear(place, lastDay(month)).parent : null) ?? id
    const shares = now.get(id) ?? []
    const [only] = shares
    if (only === undefined) return ''
    if (shares.length > 1 || only.share < 1) return `${divided}${id}`
    return (only.place.level === 'village' ? only.place.parent : null) ?? only.place.id
  }
}

async function byCommune(db: Db, publication: Publication, { borders, today, lang }: Asked): Promise<Line[]> {
  const communeOf = await communesOf(
    db,
    publication.leaves.map(leaf => leaf.place),
    { borders, today },
  )
  const lines = grouped(publication, ({ place }, month) => communeOf(place, month))
  const units = new Map(
    (await placesByIds(db, distinct([...lines.keys()].map(key => key.replace(divided, '') || null)))).map(place => [
      place.id,
      place,
    ]),
  )
  const say = words(lang)
  return [...lines].map(([key, figures]) => {
    const unit = units.get(key.replace(divided, ''))
    if (unit === undefined) return { key, code: '', name: say.noCommune, href: null, figures }
    const { code, name, validTo } = versionNear(unit, today)
    const plain = textIn(name, lang).text
    const ended = validTo !== null && validTo < today
    const until = ended ? `${plain} (${say.until(formatDate(validTo, lang))})` : plain
    return {
      key,
      code: code ?? '',
      name: key.startsWith(divided) ? say.cannotDivide(until) : until,
      href: placePaths.place({ level: unit.level, code, validTo: ended ? validTo : null }),
      figures,
    }
  })
}
