import { browser } from './browser.ts'

/** Lets this page open without a network, and asks the browser not to clear away what waits on the device. */
export function keepShell(): void {
  const { serviceWorker, storage } = browser.navigator
  // Without a secure context there is neither; the page then works while there is a network.
  void serviceWorker?.register('/sw.js', { scope: '/nghiep-vu/' }).catch(() => undefined)
  void storage?.persist?.().catch(() => false)
}
