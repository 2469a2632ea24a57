import type { Db } from '../../platform/database/database.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { Act } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { Institution } from './institution.ts'

/** What of the world these use cases need. */
export type InstitutionsWorld = Pick<World, 'database' | 'clock'>

/** That an institution began (+1) or ended (−1); the stock of institutions as of a day is the sum. */
export interface StockChange {
  readonly institution: string
  /** The unit of its seat on that day. */
  readonly place: string | null
  readonly quantity: 1 | -1
  readonly occurredAt: Date
}

/** A way from the page of an institution to some of what it keeps, as "Hiện vật: 22". */
export interface HoldingLink {
  readonly href: string
  readonly label: string
}

/** What institutions tell the modules that come after them; the assembly wires it. All run inside the transaction. */
export interface InstitutionsPort {
  /** Queue the search documents of these. */
  onChanged(tx: Db, institutions: readonly Institution[]): Promise<void>
  /** Record the facts of an act. */
  recordStock(tx: Db, act: Pick<Act, 'id'>, changes: readonly StockChange[]): Promise<void>
}

/** The same, with what the pages of institutions ask of those modules. */
export interface InstitutionPagesPort extends InstitutionsPort {
  /** What this viewer finds there; empty where nothing is kept. */
  holdingsOf(institution: Pick<Institution, 'code'>, c: RequestContext): Promise<readonly HoldingLink[]>
  /** What is to happen there, the next first. */
  comingUp(institution: Pick<Institution, 'id'>, c: RequestContext): Promise<readonly HoldingLink[]>
}

export const noInstitutionsPort: InstitutionPagesPort = {
  onChanged: async () => undefined,
  recordStock: async () => undefined,
  holdingsOf: async () => [],
  comingUp: async () => [],
}
