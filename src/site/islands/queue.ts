import { openStore } from './act-store.ts'
import { startTruth } from './act-truth.ts'
import { browser } from './browser.ts'

/** The page of a person's work: sends what waits, and says so while something does. */
async function begin(): Promise<void> {
  const root = browser.document.querySelector('[data-sync]')
  if (root !== null) await startTruth(await openStore(), root, () => undefined)
}
// A browser that keeps nothing has nothing that waits.
void begin().catch(() => undefined)
