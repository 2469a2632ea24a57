import { localDateAt } from '../../kernel/local-date.ts'
import { fold } from '../../kernel/vietnamese.ts'
import { mayAt } from '../../kernel/viewer.ts'
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
import type { Site } from '../../site/index.ts'
import { lineageUp, placeByCode } from '../places/index.ts'
import { editRoutes } from './edit-routes.ts'
import { foundRoutes } from './found-routes.ts'
import { InstitutionPage } from './institution-page.tsx'
import { isKindId } from './kinds.ts'
import { ListPage, type ListView } from './list-page.tsx'
import { MapPage } from './map-page.tsx'
import { type Commune, networkMap } from './network-map.ts'
import { paths } from './paths.ts'
import type { InstitutionPagesPort, InstitutionsWorld } from './port.ts'
import { readProfile } from './profile.ts'
import { countByKind, institutionByCode, listInstitutions } from './store.ts'
import { summarise } from './summary.ts'

const rowsPerPage = 20

/** Everything about institutions: what anybody may read, and the form by which staff change their own. */
export function institutionsRoutes(world: InstitutionsWorld, site: Site, port: InstitutionPagesPort): Route[] {
  const db = world.database
  const showList: Handler = async c => c.html(ListPage({ frame: site.frame(c), view: await readList(db, c) }))
  const showMap: Handler = async c =>
    c.html(MapPage({ frame: site.frame(c), map: await networkMap(db, localDateAt(c.var.now)) }))
  const show: Handler = async c => {
    const institution = await institutionByCode(db, c.req.param('code') ?? '')
    if (institution === null) return c.notFound()
    const profile = await readProfile(db, institution, c.var.lang, c.var.now)
    const holdings = await port.holdingsOf(institution, c)
    const comingUp = await port.comingUp(institution, c)
    const editable = mayAt(c.var.viewer, 'manage-institution', institution.id)
    const saved = editable && readQuery(c).has('da-luu')
    return c.html(
      InstitutionPage({ frame: site.frame(c), profile, holdings, comingUp, origin: c.var.origin, editable, saved }),
    )
  }
  return [
    get(paths.list, everyone, showList),
    get(paths.map, everyone, showMap),
    get(paths.pattern, everyone, show),
    ...foundRoutes(world, site, port),
    ...editRoutes(world, site, port),
  ]
}

async function readList(db: Db, c: RequestContext): Promise<ListView> {
  const query = readQuery(c)
  const today = localDateAt(c.var.now)
  const kind = query.text('loai')
  const parent = await institutionByCode(db, query.text('thuoc'))
  const asked = {
    on: today,
    kind: isKindId(kind) ? kind : null,
    folded: fold(query.text('q')),
    parent: parent?.id ?? null,
    places: await placesAsked(db, query.text('xa'), c),
  }
  const page = pageAsked(query)
  const { institutions, total } = await listInstitutions(db, asked, {
    limit: rowsPerPage,
    offset: (page - 1) * rowsPerPage,
  })
  return {
    typed: query.typed,
    parent,
    counts: await countByKind(db, asked),
    communes: await communesWithInstitutions(db, c),
    rows: await summarise(db, institutions, c.var.lang, c.var.now),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / rowsPerPage)),
  }
}

/** A unit of today with what it was made of, since a facility may have been entered with the old unit; null = anywhere. */
async function placesAsked(db: Db, code: string, c: RequestContext): Promise<string[] | null> {
  if (code === '') return null
  const place = await placeByCode(db, code, localDateAt(c.var.now))
  return place === null ? [] : [place.id, ...(await lineageUp(db, place.id)).map(ancestor => ancestor.place.id)]
}

async function communesWithInstitutions(db: Db, c: RequestContext): Promise<Commune[]> {
  return (await networkMap(db, localDateAt(c.var.now))).communes.filter(({ count }) => count > 0)
}
