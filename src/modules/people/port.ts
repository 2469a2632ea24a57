import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { mayAt, type Right } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/site.ts'

/** A part of a person's own page. */
export interface OwnPart {
  readonly title: string
  readonly content: Child
}

/** One thing that is kept of a person: plain values, a day as `2026-11-24`, a moment as a Date. */
export type OwnRecord = Readonly<Record<string, string | number | boolean | Date | null>>

/** Everything of one kind that is kept of a person, for its owner to read and to take along. */
export interface OwnRecords {
  /** Its name in the file. */
  readonly key: string
  readonly title: string
  /** What each value is called, in the order in which it is read. */
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  readonly records: readonly OwnRecord[]
}

/** What people need of the modules after them; the assembly wires it. */
export interface PeoplePort {
  /** Where whoever works here begins after signing in. */
  readonly staffHome: string
  /** Where the desk serves the holder of this card. */
  deskPath(institutionCode: string, cardNumber: string): string
  /** Where the desk writes down how the holder of this card is reached. */
  contactPath(card: string): string
  /** The parts that other modules add to a person's own page, such as the loans. */
  ownParts(c: RequestContext, person: string): Promise<readonly OwnPart[]>
  /** All that other modules keep of a person. */
  ownRecords(db: Db, person: string, lang: Language): Promise<readonly OwnRecords[]>
  /** What still has to be settled before a person can be erased, in sentences: books on loan. */
  openThings(db: Db, person: string, lang: Language): Promise<readonly string[]>
  /** Cuts every tie of other modules to a person; no figure moves. */
  forget(tx: Db, person: string): Promise<void>
  /** Every kind of act that the journal may hold, with what it is called. */
  acts(lang: Language): readonly { readonly type: string; readonly name: string }[]
}

/** What the handlers of this module are given. */
export interface Given {
  readonly world: World
  readonly site: Site
  readonly port: PeoplePort
}

/** The institutions whose things this viewer may see under a right; null is the whole province. */
export const institutionsUnder = (c: RequestContext, right: Right): readonly string[] | null =>
  mayAt(c.var.viewer, right, null)
    ? null
    : c.var.viewer.rights.flatMap(held => (held.right === right && held.institution !== null ? [held.institution] : []))
