import { textIn } from '../../kernel/localized-text.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import type { Site } from '../../site/index.ts'
import { type Institution, institutionByCode } from '../institutions/index.ts'

/** What the handlers of this module are given. */
export interface Given {
  readonly world: World
  readonly site: Site
}

export const named = (institution: Institution, c: RequestContext) => ({
  code: institution.code,
  name: textIn(institution.name, c.var.lang).text,
})

/** The institution of the address; the door has looked it up already, so its absence is a bug. */
export async function institutionAt({ world }: Given, c: RequestContext): Promise<Institution> {
  const institution = await institutionByCode(world.database, c.req.param('code') ?? '')
  if (institution === null) throw new Error('the door let an unknown institution pass')
  return institution
}
