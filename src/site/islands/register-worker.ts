/** The only script of a public page. What it needs of the browser is named here, as the house is checked without a DOM. */
interface Worker {
  postMessage(message: string): void
}
declare const navigator: {
  readonly serviceWorker?: { readonly controller: Worker | null; register(path: string): Promise<unknown> }
}
declare function addEventListener(
  type: 'load' | 'submit',
  listen: (event: { target: { hasAttribute(name: string): boolean } }) => void,
): void

const workers = navigator.serviceWorker
if (workers) {
  // After the page has loaded, so that the worker's own downloads never delay it.
  addEventListener('load', () => void workers.register('/service-worker.js').catch(() => undefined))
  addEventListener('submit', ({ target }) => {
    if (target.hasAttribute('data-sign-out')) workers.controller?.postMessage('sign-out')
  })
}
