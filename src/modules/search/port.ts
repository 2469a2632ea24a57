import type { Language } from '../../kernel/language.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { FacetName } from './query.ts'

export interface Link {
  readonly href: string
  readonly label: string
}

/** What search asks of modules that come after it or that it may not know; the assembly wires it. */
export interface SearchPort {
  /** Names for the codes of a facet. A code without a name is shown as it is. */
  labels(facet: FacetName, values: readonly string[], lang: Language): Promise<ReadonlyMap<string, string>>
  /** Where a person may go who found nothing: institutions nearby, a form to ask for it. */
  whenNothingFound(typed: string, c: RequestContext): Promise<readonly Link[]>
}
