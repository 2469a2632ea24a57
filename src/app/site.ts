import { formatInstant } from '../kernel/instant.ts'
import type { Right } from '../kernel/viewer.ts'
import { calendarPath, organiseAt, organisePath } from '../modules/activities/index.ts'
import { assistPath } from '../modules/assistance/index.ts'
import { deskAt, desksPath } from '../modules/circulation/index.ts'
import { registersPath } from '../modules/heritage/index.ts'
import { importsPath } from '../modules/imports/index.ts'
import { institutionPaths } from '../modules/institutions/index.ts'
import { accountPath, journalPath, readersPath, signInPath, signOutPath } from '../modules/people/index.ts'
import { placePaths } from '../modules/places/index.ts'
import { figuresPath } from '../modules/plan/index.ts'
import { searchPaths } from '../modules/search/index.ts'
import { counterPath } from '../modules/visits/index.ts'
import type { RequestContext } from '../platform/http/index.ts'
import { type Assets, type Frame, helpPaths, helpWords, type MenuItem, type Site } from '../site/index.ts'
import { appWords } from './words.ts'

export const staffHomePath = '/nghiep-vu'

const holds = (c: RequestContext, right: Right): boolean => c.var.viewer.rights.some(held => held.right === right)

function menuOf(c: RequestContext): MenuItem[] {
  const say = appWords(c.var.lang)
  const { viewer } = c.var
  return [
    { href: searchPaths.search, label: say.search },
    { href: calendarPath, label: say.activities },
    { href: institutionPaths.list, label: say.places },
    { href: placePaths.communes, label: say.communes },
    { href: institutionPaths.map, label: say.map },
    { href: figuresPath, label: say.figures },
    ...(viewer.rights.length > 0 ? [{ href: staffHomePath, label: say.work }] : []),
    viewer.person === null ? { href: signInPath, label: say.signIn } : { href: accountPath, label: say.mine },
  ]
}

/** The tasks of the deep bar: at an institution where one is at work, otherwise where to choose one. */
function tasksOf(c: RequestContext, at: { code: string } | null): MenuItem[] {
  const say = appWords(c.var.lang)
  return [
    { href: staffHomePath, label: say.work },
    ...(holds(c, 'circulate')
      ? [{ href: at === null ? desksPath : deskAt(at.code, 'muon', null), label: say.desk }]
      : []),
    ...(holds(c, 'count-visits') && at !== null ? [{ href: counterPath(at.code), label: say.counter }] : []),
    ...(holds(c, 'manage-people') && at !== null ? [{ href: readersPath(at.code), label: say.readers }] : []),
    // Who has a desk finds it on the page of their work.
    ...(holds(c, 'assist') && !holds(c, 'circulate') ? [{ href: assistPath, label: say.assist }] : []),
    // A librarian may keep objects too, but has a desk to go to; their registers are on the page of their work.
    ...(holds(c, 'catalogue') && !holds(c, 'circulate') ? [{ href: registersPath, label: say.objects }] : []),
    ...(holds(c, 'organise') && !holds(c, 'circulate')
      ? [{ href: at === null ? organisePath : organiseAt(at.code), covers: organisePath, label: say.activities }]
      : []),
    ...(holds(c, 'import') ? [{ href: importsPath, label: say.imports }] : []),
    ...(holds(c, 'read-journal') ? [{ href: journalPath, label: say.journal }] : []),
  ]
}

/** What can be opened to read this: of an answer to a form, the page that the form stands on. */
function readableUrl(c: RequestContext): URL {
  const from = c.req.header('referer') ?? ''
  return new URL(c.req.method === 'POST' && from.startsWith(`${c.var.origin}/`) ? from : c.req.url)
}

/** This page in the other language, with the rest of its address as it is. */
function languageUrl(c: RequestContext): string {
  const url = readableUrl(c)
  url.searchParams.set('lang', c.var.lang === 'vi' ? 'en' : 'vi')
  return `${url.pathname}${url.search}`
}

/** The frame around every page of this installation. */
export function openSite(assets: Assets, isDemo: () => boolean): Site {
  const frame = (c: RequestContext): Frame => ({
    lang: c.var.lang,
    path: c.req.path,
    menu: menuOf(c),
    help: (['help', 'access', 'privacy'] as const).map(topic => ({
      href: helpPaths[topic],
      label: helpWords(c.var.lang)[topic].title,
    })),
    tagline: appWords(c.var.lang).tagline,
    languageUrl: languageUrl(c),
    assets: assets.url,
    viewer: c.var.viewer,
    demo: isDemo(),
    signOut: signOutPath,
  })
  return {
    frame,
    staffFrame: (c, at) => ({
      ...frame(c),
      staffBar: {
        ...(at === null ? {} : { place: at.name }),
        tasks: tasksOf(c, at),
        who: c.var.viewer.name ?? '',
        when: formatInstant(c.var.now, c.var.lang),
      },
    }),
  }
}
