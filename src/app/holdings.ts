import { localDateAt } from '../kernel/local-date.ts'
import { arrivalsAt } from '../modules/catalogue/index.ts'
import type { InstitutionPagesPort } from '../modules/institutions/index.ts'
import { type Answering, searchAddress } from '../modules/search/index.ts'
import { formatCount } from '../site/index.ts'
import { appWords } from './words.ts'

/** What an institution keeps, counted as this viewer's own search would find it, and what came last. */
export const holdingsOf =
  (index: Pick<Answering, 'search'>): InstitutionPagesPort['holdingsOf'] =>
  async ({ code }, c) => {
    const { lang, now, viewer } = c.var
    const say = appWords(lang).holdings
    const facets = { institution: [code] }
    const today = localDateAt(now)
    const answer = await index.search({ text: '', facets, page: 1, pageSize: 1, grants: viewer.grants, today })
    const kinds = answer.facets.find(({ name }) => name === 'kind')?.values ?? []
    const kept = (['object', 'work'] as const).flatMap(kind => {
      const count = kinds.find(({ value }) => value === kind)?.count ?? 0
      const href = searchAddress({ kinds: [kind], facets })
      return count === 0 ? [] : [{ kind, href, label: say[kind](formatCount(count, lang)) }]
    })
    const news = { href: arrivalsAt(code), label: say.newBooks }
    return [...kept, ...(kept.some(({ kind }) => kind === 'work') ? [news] : [])]
  }
