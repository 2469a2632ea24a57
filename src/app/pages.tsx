import { localDateAt } from '../kernel/local-date.ts'
import { textIn } from '../kernel/localized-text.ts'
import { mayAt, type Right } from '../kernel/viewer.ts'
import { organiseAt, thisWeekPart } from '../modules/activities/index.ts'
import { assistPath } from '../modules/assistance/index.ts'
import { arrivalsPath, cataloguingPaths, feedAt, newestWorks, workPath } from '../modules/catalogue/index.ts'
import { deskAt } from '../modules/circulation/index.ts'
import { registersPath } from '../modules/heritage/index.ts'
import { importsPath } from '../modules/imports/index.ts'
import {
  holdingInstitutions,
  homeNetwork,
  type Institution,
  institutionPaths,
  institutionsByIds,
} from '../modules/institutions/index.ts'
import { journalPath, readersPath, signInPath, staffPath } from '../modules/people/index.ts'
import { targetsPath } from '../modules/plan/index.ts'
import { searchPaths } from '../modules/search/index.ts'
import { counterPath } from '../modules/visits/index.ts'
import { everyone, get, type RequestContext, type Route, signedIn } from '../platform/http/index.ts'
import type { World } from '../platform/world.ts'
import {
  formatCount,
  HelpPage,
  type HelpTopic,
  HomePage,
  helpPaths,
  type MenuItem,
  type Site,
  StaffHomePage,
} from '../site/index.ts'
import { staffHomePath } from './site.ts'
import { appWords } from './words.ts'

const booksOnShelf = 6

async function showHome({ database }: World, site: Site, c: RequestContext) {
  const { lang, now } = c.var
  const network = await homeNetwork(database, lang, now)
  const works = await newestWorks(database, booksOnShelf)
  return c.html(
    <HomePage
      frame={site.frame(c)}
      searchPath={searchPaths.search}
      browsePath={searchPaths.browse}
      newBooks={works.map(work => {
        const title = textIn(work.title, lang)
        return { title: title.text, by: work.by, href: workPath(work.id), lang: title.lang }
      })}
      tiles={network.tiles.map(tile => ({
        col: tile.col,
        row: tile.row,
        name: textIn(tile.name, lang).text,
        kind: tile.open ? 'on' : 'plain',
      }))}
      institutions={formatCount(network.institutions, lang)}
      openNow={network.openNow.map(one => ({
        href: one.href,
        name: one.name,
        where: one.place === null ? '' : textIn(one.place.name, lang).text,
        state: one.state,
      }))}
      newBooksPath={arrivalsPath}
      feedPath={feedAt(null, lang)}
      thisWeek={await thisWeekPart(database, c)}
      origin={c.var.origin}
      listPath={institutionPaths.list}
      mapPath={institutionPaths.map}
    />,
  )
}

/** What a person may do at one institution; at all that hold books or objects for whoever holds a right everywhere. */
function tasksAt(c: RequestContext, institution: Institution): MenuItem[] {
  const say = appWords(c.var.lang)
  const { code, id } = institution
  const all: readonly { right: Right; task: MenuItem }[] = [
    { right: 'circulate', task: { href: deskAt(code, 'muon', null), label: say.desk } },
    { right: 'count-visits', task: { href: counterPath(code), label: say.counter } },
    { right: 'organise', task: { href: organiseAt(code), label: say.activities } },
    { right: 'manage-people', task: { href: readersPath(code), label: say.readers } },
    { right: 'manage-institution', task: { href: institutionPaths.edit(code), label: say.editPlace } },
  ]
  return all.filter(({ right }) => mayAt(c.var.viewer, right, id)).map(({ task }) => task)
}

async function showStaffHome({ database }: World, site: Site, c: RequestContext) {
  const say = appWords(c.var.lang)
  const { rights } = c.var.viewer
  const everywhere = rights.some(held => held.institution === null)
  const ids = [...new Set(rights.flatMap(held => (held.institution === null ? [] : [held.institution])))]
  const institutions = everywhere
    ? await holdingInstitutions(database, localDateAt(c.var.now))
    : await institutionsByIds(database, ids)
  const shared: MenuItem[] = [
    ...(mayAt(c.var.viewer, 'operate', null) ? [{ href: staffPath, label: say.staff }] : []),
    ...(mayAt(c.var.viewer, 'manage-institution', null) ? [{ href: institutionPaths.found, label: say.addPlace }] : []),
    ...(rights.some(held => held.right === 'catalogue') ? [{ href: registersPath, label: say.objects }] : []),
    ...(rights.some(held => held.right === 'catalogue')
      ? [{ href: cataloguingPaths.describe, label: say.describe }]
      : []),
    ...(rights.some(held => held.right === 'assist') ? [{ href: assistPath, label: say.assist }] : []),
    ...(rights.some(held => held.right === 'import') ? [{ href: importsPath, label: say.imports }] : []),
    ...(mayAt(c.var.viewer, 'set-targets', null) ? [{ href: targetsPath, label: say.targets }] : []),
    ...(rights.some(held => held.right === 'read-journal') ? [{ href: journalPath, label: say.journal }] : []),
  ]
  const places = institutions.map(one => ({ name: textIn(one.name, c.var.lang).text, tasks: tasksAt(c, one) }))
  return c.html(
    <StaffHomePage
      frame={site.staffFrame(c, null)}
      title={say.workTitle}
      nothing={say.nothing}
      place={say.place}
      tasks={say.work}
      shared={shared}
      by={c.var.viewer.person ?? ''}
      signIn={`${signInPath}?ve=${staffHomePath}`}
      places={places.filter(place => place.tasks.length > 0)}
    />,
  )
}

const helpTopics: readonly HelpTopic[] = ['help', 'access', 'privacy']

/** The pages that join several modules, and those that belong to none. */
export const ownRoutes = (world: World, site: Site): Route[] => [
  get('/', everyone, c => showHome(world, site, c)),
  get(staffHomePath, signedIn, c => showStaffHome(world, site, c)),
  ...helpTopics.map(topic =>
    get(helpPaths[topic], everyone, c => c.html(<HelpPage frame={site.frame(c)} topic={topic} />)),
  ),
]
