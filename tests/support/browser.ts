import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium, noBrowser } from './chromium.ts'

/** How a person comes to a page. */
export interface Visit {
  /** Width of the window in CSS pixels: 320 is the narrowest telephone we serve, 1280 a desk. Default 1280. */
  readonly width?: number
  readonly dark?: boolean
  /** false: as a browser without scripts. Default true. */
  readonly javaScript?: boolean
  /** What the browser asks for by Accept-Language. Default Vietnamese. */
  readonly language?: 'vi' | 'en'
  /** What time it is there; the machine's own without it. */
  readonly now?: Date
}

export interface TestBrowser {
  /** A page with its own cookies and storage, closed with the browser. */
  visit(visit?: Visit): Promise<Page>
  /** What went wrong on any page: uncaught errors, and console errors such as a breach of the Content-Security-Policy. */
  readonly problems: string[]
  close(): Promise<void>
}

// Without these, Chromium calls its makers' servers at every start, which a closed network refuses many times over.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** Starts a headless browser with an empty profile, with `more` switches. Throws the sentence of `noBrowser` when the machine has none. */
export async function openBrowser(more: readonly string[] = []): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(noBrowser)
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false, // it refuses to run as root and in many containers, and the pages are our own
    args: [...quiet, '--disable-gpu', '--disable-quic', ...more],
  })
  const problems: string[] = []
  return { visit: visit => openPage(browser, problems, visit ?? {}), problems, close: () => browser.close() }
}

async function openPage(browser: Browser, problems: string[], visit: Visit): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: visit.width ?? 1280, height: 800 },
    colorScheme: visit.dark ? 'dark' : 'light',
    javaScriptEnabled: visit.javaScript ?? true,
    locale: visit.language === 'en' ? 'en-GB' : 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce', // so that no test looks at a colour half way through a transition
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  if (visit.now !== undefined) await page.clock.setFixedTime(visit.now)
  page.on('pageerror', error => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`)
  })
  return page
}

/** How many CSS pixels the page is wider than its window: 0 when nobody has to scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
