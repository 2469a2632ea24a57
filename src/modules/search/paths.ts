import type { BrowsedFacet } from './browse.ts'

export const paths = {
  search: '/tim-kiem',
  api: '/api/search',
  suggest: '/api/suggest',
  browse: '/duyet',
} as const

/** Where each list to leaf through is. */
export const browsePaths: Readonly<Record<BrowsedFacet, string>> = {
  subject: '/duyet/de-tai',
  place: '/duyet/xa',
  institution: '/duyet/noi',
}
