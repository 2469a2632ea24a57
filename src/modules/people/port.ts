import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { mayAt, type Right } from '../../kernel/viewer.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/site.ts'

/** A part of a person's own page. */
export interface OwnPart {
  readonly title: string
  readonly content: Child
}

/** What people need of the modules after them; the assembly wires it. */
export interface PeoplePort {
  /** Where whoever works here begins after signing in. */
  readonly staffHome: string
  /** Where the desk serves the holder of this card. */
  deskPath(institutionCode: string, cardNumber: string): string
  /** The parts that other modules add to a person's own page, such as the loans. */
  ownParts(c: RequestContext, person: string): Promise<readonly OwnPart[]>
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
