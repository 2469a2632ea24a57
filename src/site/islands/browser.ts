/**
 * What the islands of staff need of a browser, as the house is checked without a DOM. One kind of element stands for all:
 * the pages are our own, and each selector names what it finds.
 */
export interface Element {
  hidden: boolean
  textContent: string | null
  value: string
  checked: boolean
  readonly dataset: { [name: string]: string | undefined }
  /** Of a template. */
  readonly content: Element
  readonly firstElementChild: Element | null
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
  closest(selector: string): Element | null
  cloneNode(deep: true): Element
  append(...children: readonly Element[]): void
  prepend(...children: readonly Element[]): void
  replaceChildren(...children: readonly Element[]): void
  remove(): void
  focus(): void
  select(): void
  /** Of a form: sends it as if there were no script. */
  submit(): void
  addEventListener(type: 'submit' | 'click' | 'change' | 'keydown', listener: (event: PageEvent) => void): void
}

export interface PageEvent {
  readonly target: Element
  readonly key?: string
  preventDefault(): void
}

interface Page extends Element {
  readonly visibilityState: 'visible' | 'hidden'
  createElement(name: string): Element
  addEventListener(
    type: 'submit' | 'click' | 'change' | 'keydown' | 'visibilitychange',
    listener: (event: PageEvent) => void,
  ): void
}

interface Browser {
  readonly document: Page
  readonly navigator: {
    readonly onLine: boolean
    readonly serviceWorker?: { register(path: string, options: { scope: string }): Promise<unknown> }
    readonly storage?: { persist?(): Promise<boolean> }
  }
  addEventListener(type: 'online' | 'offline' | 'focus', listener: () => void): void
}

// The names that a window has; a worker that shares the store of acts has none of them and asks for none.
export const browser = globalThis as unknown as Browser
