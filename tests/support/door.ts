import type { Hono } from 'hono'
import { anonymous, type Viewer } from '../../src/kernel/viewer.ts'
import {
  createMetrics,
  openDoor,
  type RequestContext,
  type RequestVariables,
  type Route,
  statusOf,
} from '../../src/platform/http/index.ts'
import type { Frame, Site } from '../../src/site/index.ts'

/** A frame with an empty menu and unhashed files: enough to read what a page says. */
function frameOf(c: RequestContext, assets: (name: string) => string): Frame {
  return {
    lang: c.var.lang,
    path: c.req.path,
    menu: [],
    languageUrl: `${c.req.path}?lang=${c.var.lang === 'vi' ? 'en' : 'vi'}`,
    assets,
    viewer: c.var.viewer,
    demo: true,
    staffBar: { place: 'Nơi thử', tasks: [], who: c.var.viewer.name ?? '', when: '24/11/2026' },
  }
}

export function testSite(assets: (name: string) => string = name => `/assets/${name}`): Site {
  return { frame: c => frameOf(c, assets), staffFrame: c => frameOf(c, assets) }
}

/** Who asks, by the cookie that `as` gives. */
const viewers = new Map<string, Viewer>()

/** Headers of a browser in which this viewer is signed in, on a page of ours. */
export function as(viewer: Partial<Viewer>): Record<string, string> {
  const token = `thu${viewers.size}`
  viewers.set(token, { ...anonymous, person: '01938000-0000-7000-8000-0000000000aa', ...viewer })
  return { cookie: `bt=${token}`, 'sec-fetch-site': 'same-origin' }
}

/** The real door before some routes, with a fake keeper: refusals answer with their code as text. Faults are thrown. */
export function openTestDoor(routes: readonly Route[], now: Date): Hono<{ Variables: RequestVariables }> {
  return openDoor(
    {
      now: () => now,
      newId: () => '019381f0-0000-7000-8000-000000000000',
      whoIs: async token => {
        const viewer = viewers.get(token)
        return viewer ? { session: token, viewer } : null
      },
      turnAway: (c, turned) => c.text(turned.code, statusOf[turned.code]),
      afterChange: async () => undefined,
      log: {
        error: values => process.stderr.write(`${JSON.stringify(values)}\n`),
        info: () => undefined,
      },
      metrics: createMetrics(),
      trustedProxy: null,
      secure: false,
    },
    routes,
  )
}
