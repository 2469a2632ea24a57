import type { Child } from 'hono/jsx'
import type { RequestContext } from '../../platform/http/index.ts'

/** What the page of a work shows of the modules after the catalogue; the assembly wires it. */
export interface WorkPort {
  /** Under the table of where it is: what the one who looks can do about it. Null where there is nothing. */
  underWhereabouts(c: RequestContext, work: string): Promise<Child>
}

/** For tests of the catalogue alone. */
export const noWorkPort: WorkPort = { underWhereabouts: async () => null }
