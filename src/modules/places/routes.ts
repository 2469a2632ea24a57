import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { fold } from '../../kernel/vietnamese.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  everyone,
  get,
  type Handler,
  pageAsked,
  type RequestContext,
  type Route,
  readQuery,
} from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { lineageUp, onTodaysMap, successorsOf } from './ask-lineage.ts'
import { type AskedDay, readAskedDay } from './forms.ts'
import { CommunesPage, type CommunesView } from './list-page.tsx'
import { paths } from './paths.ts'
import { type Level, type PlaceOn, placeOn, versionNear } from './place.ts'
import { PlacePage, type PlaceView } from './place-page.tsx'
import type { PlacesPort } from './port.ts'
import { childrenOf, listPlaces, placeByCode, placeById, placesByIds, placesWithCode, tilesOn } from './store.ts'

const rowsPerPage = 30

/** Everything about places that anybody may read. */
export function placesRoutes(world: Pick<World, 'database'>, site: Site, port: PlacesPort): Route[] {
  const db = world.database
  const showList: Handler = async c => c.html(CommunesPage({ frame: site.frame(c), view: await readList(db, c) }))
  const show =
    (level: Level): Handler =>
    async c => {
      const today = localDateAt(c.var.now)
      const day = readAskedDay(readQuery(c), today)
      const found = await placeOfCode(db, c.req.param('code') ?? '', day)
      if (found === null || found.level !== level) return c.notFound()
      return c.html(
        PlacePage({ frame: site.frame(c), view: await readPlace(db, port, found, c), origin: c.var.origin }),
      )
    }
  return [
    get(paths.communes, everyone, showList),
    get(paths.communePattern, everyone, show('commune')),
    get(paths.districtPattern, everyone, show('district')),
  ]
}

async function readList(db: Db, c: RequestContext): Promise<CommunesView> {
  const query = readQuery(c)
  const today = localDateAt(c.var.now)
  const day = readAskedDay(query, today)
  const districts = (await listPlaces(db, { level: 'district', on: day.on }, { limit: 100, offset: 0 })).places
  const parent = districts.find(district => district.code === query.text('huyen'))?.id ?? null
  const asked = { level: 'commune' as const, on: day.on, parent, folded: fold(query.text('ten')) }
  const page = pageAsked(query)
  const { places, total } = await listPlaces(db, asked, { limit: rowsPerPage, offset: (page - 1) * rowsPerPage })
  const now = await onTodaysMap(
    db,
    places.map(place => place.id),
    today,
  )
  const holders = new Map(districts.map(district => [district.id, district]))
  return {
    day,
    typed: query.typed,
    districts,
    rows: places.map(place => ({
      place,
      district: holders.get(place.parent ?? '') ?? null,
      today: (now.get(place.id) ?? []).filter(share => share.place.id !== place.id),
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / rowsPerPage)),
  }
}

/** What a code meant on the day asked for; without a day, its unit of today or else the last that bore it. */
async function placeOfCode(db: Db, code: string, day: AskedDay): Promise<PlaceOn | null> {
  const ofDay = await placeByCode(db, code, day.on)
  return ofDay ?? (day.isToday ? ((await placesWithCode(db, code)).at(-1) ?? null) : null)
}

async function readPlace(db: Db, port: PlacesPort, shown: PlaceOn, c: RequestContext): Promise<PlaceView> {
  const place = await placeById(db, shown.id)
  if (place === null) throw new Error(`place ${shown.id} vanished`)
  const today = localDateAt(c.var.now)
  const madeOf = await lineageUp(db, shown.id)
  const current = shown.validTo === null
  const inside = current ? [shown.id, ...madeOf.map(ancestor => ancestor.place.id)] : [shown.id]
  const code = shown.code === null ? [] : await placesWithCode(db, shown.code)
  return {
    place,
    shown,
    parent: await parentOf(db, shown, today),
    madeOf: madeOf.filter(ancestor => ancestor.place.level === shown.level),
    successors: await successorsOf(db, shown.id),
    sameCode: code.filter(other => other.id !== shown.id),
    parts: shown.level === 'district' ? await readParts(db, shown, today) : [],
    entries: await port.entriesIn(db, inside, shown.validTo ?? today, c.var.lang, c.var.now),
    tiles: current && shown.level === 'commune' ? await tilesOn(db, today) : [],
  }
}

async function parentOf(db: Db, { parent, validTo }: PlaceOn, today: LocalDate): Promise<PlaceOn | null> {
  const [found] = parent === null ? [] : await placesByIds(db, [parent])
  if (found === undefined) return null
  return placeOn(found, versionNear(found, validTo ?? today))
}

async function readParts(db: Db, district: PlaceOn, today: LocalDate): Promise<PlaceView['parts']> {
  const parts = await childrenOf(db, district.id, district.validTo ?? today)
  const now = await onTodaysMap(
    db,
    parts.map(part => part.id),
    today,
  )
  return parts.map(place => ({ place, today: now.get(place.id) ?? [] }))
}
