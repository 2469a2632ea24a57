import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Language } from '../../src/kernel/language.ts'
import type { Example } from './addresses.ts'
import type { TestApp } from './app.ts'
import type { TestBrowser, Visit } from './browser.ts'

/** Who sits before the demonstration: a visitor or an account, in a language. */
export interface Tabs {
  /** Headers of a browser of that account; of a visitor without. */
  headers(login: string | undefined, lang?: Language): Promise<Record<string, string>>
  /** Opens the example's page in the tab of its person, and sees that it answers as it should. */
  open(example: Example, lang: Language, visit?: Visit): Promise<Page>
}

/** One tab for each kind of person, so that a thousand visits cost ten openings. */
export function openTabs(app: TestApp, browser: TestBrowser): Tabs {
  const doors = new Map<string, Promise<Record<string, string>>>()
  const tabs = new Map<string, Promise<Page>>()

  async function headers(login: string | undefined, lang: Language = 'vi'): Promise<Record<string, string>> {
    const ofLanguage = `tieng=${lang}`
    if (login === undefined) return { cookie: ofLanguage }
    const door = doors.get(login) ?? app.signIn(login)
    doors.set(login, door)
    const own = await door
    return { ...own, cookie: `${own.cookie}; ${ofLanguage}` }
  }

  async function tabOf(login: string | undefined, lang: Language, visit: Visit): Promise<Page> {
    const page = await browser.visit({ ...visit, language: lang, now: app.world.clock.now() })
    const { cookie = '' } = await headers(login, lang)
    const cookies = cookie
      .split('; ')
      .map(one => ({ name: one.split('=')[0] ?? '', value: one.replace(/^[^=]*=/, '') }))
    await page.context().addCookies(cookies.map(one => ({ ...one, url: app.url })))
    return page
  }

  async function open(example: Example, lang: Language, visit: Visit = {}): Promise<Page> {
    const key = JSON.stringify([example.as, lang, visit.javaScript ?? true])
    const tab = tabs.get(key) ?? tabOf(example.as, lang, visit)
    tabs.set(key, tab)
    const page = await tab
    await page.setViewportSize({ width: visit.width ?? 1280, height: 800 })
    await page.emulateMedia({ colorScheme: visit.dark ? 'dark' : 'light' })
    const answer = await page.goto(`${app.url}${example.path}`)
    assert.equal(answer?.status(), example.status ?? 200, page.url())
    return page
  }

  return { headers, open }
}
