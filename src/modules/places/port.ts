import type { Language } from '../../kernel/language.ts'
import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import type { StateKind } from '../../site/index.ts'

/** A line about something that is in a place, made by the module that owns it. */
export interface PlaceEntry {
  readonly href: string
  readonly name: string
  readonly kind: string
  /** As 'Đang mở, đến 17:00'; null when there is nothing to say. */
  readonly state: { readonly kind: StateKind; readonly text: string } | null
}

/** What places need of modules that come after them; the assembly wires it. */
export interface PlacesPort {
  /** Told inside the transaction that changed these places: queue their search documents. */
  onChanged(tx: Db, places: readonly string[]): Promise<void>
  /** What is in these places (a place of today and what it was made of) on a day. */
  entriesIn(db: Db, places: readonly string[], on: LocalDate, lang: Language, now: Date): Promise<readonly PlaceEntry[]>
}

export const noPlacesPort: PlacesPort = { onChanged: async () => undefined, entriesIn: async () => [] }
