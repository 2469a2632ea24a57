import assert from 'node:assert/strict'
import axe, { type AxeResults, type Result } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Asserts that axe finds nothing wrong with the page as it is shown now: WCAG 2.2 A and AA, and good practice. The
 *  page must have JavaScript on, for axe to run in it. `look` says how it is shown, when that is not plain. */
export async function assertAccessible(page: Page, look = 'as it is'): Promise<void> {
  const violations = await findViolations(page)
  assert.equal(violations.map(describe).join('\n'), '', `${page.url()} (${look}) is not accessible to everyone`)
}

/** The same in light and in dark colours; leaves the page in light ones. */
export async function assertAccessibleInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const violations = await findViolations(page)
    const message = `${page.url()} in ${colorScheme} colours is not accessible to everyone`
    assert.equal(violations.map(describe).join('\n'), '', message)
  }
}

async function findViolations(page: Page): Promise<Result[]> {
  // Evaluated by the debugger rather than added as a script, which the page's Content-Security-Policy would refuse.
  await page.evaluate(axe.source)
  const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations
}

function describe({ id, impact, help, nodes }: Result): string {
  const places = nodes.map(
    node => `    ${node.target.join(' ')}: ${node.html.slice(0, 160)}\n${indent(node.failureSummary)}`,
  )
  return `${id} (${impact}): ${help}\n${places.join('\n')}`
}

const indent = (text = ''): string => text.replace(/^/gm, '      ')
