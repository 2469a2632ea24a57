import type { Language } from '../../kernel/language.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { FacetName } from './query.ts'

export interface Link {
  readonly href: string
  readonly label: string
}

export interface Name {
  readonly label: string
  /** The part by which it stands in a list: Tả Phìn of Xã Tả Phìn. */
  readonly sortBy: string
}

/** What search asks of modules that come after it or that it may not know; the assembly wires it. */
export interface SearchPort {
  /** Names for the codes of a facet. A code without a name is shown as it is. */
  labels(facet: FacetName, values: readonly string[], lang: Language): Promise<ReadonlyMap<string, string>>
  /** Names of all that may be leafed through: of places, those that are one's own today. A code that is not here is left out. */
  names(facet: 'place' | 'institution', c: RequestContext): Promise<ReadonlyMap<string, Name>>
  /** Where a person may go who found nothing: institutions in the places they chose, or those that serve everybody. */
  whenNothingFound(places: readonly string[], c: RequestContext): Promise<readonly Link[]>
}
