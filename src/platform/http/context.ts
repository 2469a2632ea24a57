import type { Context } from 'hono'
import type { Language } from '../../kernel/language.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** What every request carries once it has passed the door. */
export interface RequestVariables {
  /** Quoted on error pages and in the log. */
  requestId: string
  lang: Language
  viewer: Viewer
  /** The session's id while somebody is signed in. */
  session: string | null
  /** The client's address, behind the trusted proxy when there is one; kept for rate limits only, never logged whole. */
  address: string
  now: Date
  /** What the log calls the path, where the path itself is a secret. */
  loggedPath?: string
  /** The page may run WebAssembly, which no other may. */
  wasm?: true
  /** Scheme and host as the browser sees them, as in `https://thuvien.example.vn`. */
  origin: string
}

export type RequestContext = Context<{ Variables: RequestVariables }>
