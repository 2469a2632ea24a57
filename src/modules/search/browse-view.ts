import { localDateAt } from '../../kernel/local-date.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { Asking } from './answering.ts'
import { type Browsed, type BrowsedFacet, type Entry, inOrder, type LetterPage, lettersOf } from './browse.ts'
import type { SearchPort } from './port.ts'

/** A list to leaf through, whole. */
export interface BrowseList extends Pick<Browsed, 'source' | 'stale'> {
  readonly facet: BrowsedFacet
  /** In the order of a Vietnamese dictionary. */
  readonly entries: readonly Entry[]
}

/** The things held, not the places and institutions themselves. */
const ofHoldings = ['work', 'object', 'document']

export async function readBrowseList(
  index: Asking,
  port: SearchPort,
  facet: BrowsedFacet,
  c: RequestContext,
): Promise<BrowseList> {
  const viewer = { grants: c.var.viewer.grants, today: localDateAt(c.var.now) }
  const { values, ...from } = await index.browse({ facet, ...viewer })
  const names = facet === 'subject' ? null : await port.names(facet, c)
  const entries = values.flatMap((counted): Entry[] => {
    const name = names === null ? { label: counted.value, sortBy: counted.value } : names.get(counted.value)
    if (name === undefined || name.label.trim() === '') return []
    if (facet === 'institution' && !ofHoldings.some(kind => (counted.byKind[kind] ?? 0) > 0)) return []
    return [{ ...counted, ...name }]
  })
  return { facet, entries: inOrder(entries), ...from }
}

/** One page of a list. */
export interface BrowseView {
  readonly list: BrowseList
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly entries: readonly Entry[]
  readonly letters: readonly LetterPage[]
}

/** With their style sheet so many lines stay within ten TCP segments. */
export const entriesPerPage = 100

export function pageOf(list: BrowseList, asked: number): BrowseView {
  const pages = Math.max(1, Math.ceil(list.entries.length / entriesPerPage))
  const page = Math.min(asked, pages)
  return {
    list,
    page,
    pages,
    entries: list.entries.slice((page - 1) * entriesPerPage, page * entriesPerPage),
    letters: lettersOf(list.entries, entriesPerPage),
  }
}
