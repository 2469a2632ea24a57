/** What the workers need of the browser, as the house is checked without a DOM. */
export interface Waiting {
  waitUntil(work: Promise<unknown>): void
}
export interface Asked extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
export interface Kept {
  addAll(files: readonly Request[]): Promise<void>
  put(request: string, response: Response): Promise<void>
  match(request: string, options?: { ignoreSearch?: boolean; ignoreVary?: boolean }): Promise<Response | undefined>
  keys(): Promise<readonly Request[]>
  delete(request: Request): Promise<boolean>
}
export interface Worker {
  readonly location: { readonly origin: string }
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void
  addEventListener(type: 'message', listen: (event: Waiting & { readonly data: unknown }) => void): void
}
export interface Caches {
  open(name: string): Promise<Kept>
  keys(): Promise<readonly string[]>
  delete(name: string): Promise<boolean>
}
