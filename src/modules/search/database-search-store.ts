import type { LocalDate } from '../../kernel/local-date.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { joinSql, type Sql, sql } from '../../platform/database/sql.ts'
import { admits } from './admits.ts'
import { readQueryText } from './analyse-query.ts'
import { pageOf } from './ask.ts'
import type { Browsed, BrowsedFacet, BrowseQuery } from './browse.ts'
import { countsOf, facetColumns, facetsIn, failureOf } from './database-facets-store.ts'
import { identifierPattern, titlePattern, wordPattern } from './database-words.ts'
import type { Display, DocumentKind } from './document.ts'
import { highlightsIn } from './highlight.ts'
import { comparableIdentifier } from './identifier.ts'
import type { FacetValue, SearchAnswer, SearchQuery, Suggestion, SuggestQuery } from './query.ts'
import { readTokens } from './tokens.ts'

/** What the table of documents itself answers while there is no whole index beside it: slower and in a simpler order. */

interface Viewer {
  readonly grants: ReadonlySet<string>
  readonly today: LocalDate
}

/** Living documents that the viewer may see: the audiences are decided before anything is looked for. */
export async function visibleTo(db: Db, { grants, today }: Viewer): Promise<Sql> {
  const rows = await db.many<{ audience: string }>(sql`
    select distinct body->>'audience' as audience from search_document where deleted_at is null`)
  const admitted = rows.map(row => row.audience).filter(audience => admits(audience, grants, today))
  return sql`deleted_at is null and body->>'audience' = any(${admitted}::text[])`
}

/** Everything that has every word, counted exactly. */
export async function searchDatabase(database: Database, query: SearchQuery, mostMs: number): Promise<SearchAnswer> {
  const started = performance.now()
  const { text, tokens, terms } = readQueryText(query.text)
  const words = [...new Set(tokens.map(token => token.folded))]
  const identifier = terms.identifier === null ? null : comparableIdentifier(text)
  const { page, pageSize } = pageOf(query)
  const answer = await within(database, mostMs, async tx => {
    const visible = await visibleTo(tx, query)
    return tx.one<Answer>(questionOf(query, visible, words, identifier, { page, pageSize }))
  })
  return {
    query: text,
    understood: null,
    matching: answer.identified > 0 ? 'identifier' : words.length === 0 ? 'everything' : 'all',
    unknown: [],
    total: answer.total,
    complete: words.length === 0 ? 0 : answer.complete,
    hits: (answer.hits ?? []).map(hit => ({ ...hit, highlights: highlightsIn(hit.title, tokens) })),
    facets: facetsIn(answer.facets ?? [], query),
    tookMs: Math.round((performance.now() - started) * 100) / 100,
    source: 'database',
  }
}

interface Answer {
  readonly total: number
  readonly complete: number
  readonly identified: number
  readonly hits:
    | readonly {
        kind: DocumentKind
        id: string
        url: string
        title: string
        display: Display
        institutions: readonly string[]
        available: boolean
      }[]
    | null
  readonly facets: readonly (FacetValue & { readonly name: string })[] | null
}

function questionOf(
  query: SearchQuery,
  visible: Sql,
  words: readonly string[],
  identifier: string | null,
  { page, pageSize }: { page: number; pageSize: number },
): Sql {
  const everyWord =
    words.length === 0
      ? sql`true`
      : joinSql(
          words.map(word => sql`words ~ ${wordPattern(word)}`),
          sql` and `,
        )
  const identified = identifier === null ? sql`false` : sql`identifiers ~ ${identifierPattern(identifier)}`
  const inTitle =
    words.length === 0
      ? sql`0`
      : joinSql(
          words.map(word => sql`(title ~ ${wordPattern(word)})::int`),
          sql` + `,
        )
  const order = {
    relevance: sql`identified desc, same_title desc, in_title desc,`,
    newest: sql`year desc nulls last,`,
    title: sql``,
  }[query.sort ?? 'relevance']
  return sql`
    with readable as (
      select key, body->>'kind' as kind, body->>'title' as title, body->'institutions' as institutions,
        body->'places' as places, body->>'language' as language,
        coalesce(body->'subjectsFacet', body->'subjects') as subjects,
        (body->>'year')::int as year, body->>'identifiers' as identifiers, body->>'sortKey' as sort_key, available,
        concat_ws(' ', body->>'title', (
          select string_agg(part, ' ') from jsonb_array_elements_text(
            (body->'otherTitles') || (body->'people') || (body->'subjects')) as part), body->>'text') as words
      from search_document where ${visible} offset 0
    ), matched as (
      select *, (floor(year / 10.0)::int * 10)::text as decade, (${identifier === null ? sql`true` : everyWord}) as complete, (${identified}) as identified
      from readable where (${everyWord}) or (${identified}) offset 0
    ), found as materialized (
      select key, kind, institutions, places, language, subjects, decade, available, year, sort_key, complete, identified,
        ${query.sort === 'newest' || query.sort === 'title' ? sql`` : sql`title ~ ${titlePattern(words)} as same_title, ${inTitle} as in_title,`}
        ${joinSql(
          facetColumns.map(facet => sql`${failureOf(facet, query)}`),
          sql`, `,
        )}
      from matched
    ), fitting as materialized (
      select *, fails_kind + fails_institution + fails_place + fails_language + fails_subject + fails_decade + fails_available as fails
      from found
    ), page as (
      select key, row_number() over (order by ${order} sort_key collate "C", key collate "C") as place
      from fitting where fails = 0 order by place limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select
      (select count(*) from fitting where fails = 0)::int as total,
      (select count(*) from fitting where complete)::int as complete,
      (select count(*) from fitting where identified)::int as identified,
      (select jsonb_agg(jsonb_build_object('kind', body->'kind', 'id', body->'id', 'url', body->'url', 'title', body->'title',
        'display', document.display, 'institutions', body->'institutions', 'available', document.available) order by place)
        from page join search_document as document using (key)) as hits,
      (select jsonb_agg(counted) from (
        ${joinSql(
          facetColumns.map(facet => countsOf(facet, query)),
          sql` union all `,
        )}) as counted) as facets`
}

/** Titles in which every word is, the last one perhaps not yet typed to its end. */
export async function suggestInDatabase(
  database: Database,
  query: SuggestQuery,
  mostMs: number,
): Promise<Suggestion[]> {
  const words = readTokens(query.text.normalize('NFC').slice(0, 300)).map(token => token.folded)
  if (words.length === 0) return []
  const limit = Math.max(1, Math.min(20, query.limit ?? 8))
  const patterns = words.map((word, at) => wordPattern(word, at === words.length - 1))
  return within(database, mostMs, async tx => {
    const visible = await visibleTo(tx, query)
    return tx.many<Suggestion>(sql`
      select kind, title as text, url from (
        select distinct on (title) body->>'kind' as kind, title, body->>'url' as url, sort_key
        from (
          select body, body->>'title' as title, body->>'sortKey' as sort_key from search_document where ${visible} offset 0
        ) as readable
        where ${joinSql(
          patterns.map(pattern => sql`title ~ ${pattern}`),
          sql` and `,
        )}
        order by title, sort_key collate "C"
      ) as found
      order by sort_key collate "C" limit ${limit}`)
  })
}

const browsedColumns: Readonly<Record<BrowsedFacet, Sql>> = {
  subject: sql`coalesce(body->'subjectsFacet', body->'subjects')`,
  place: sql`body->'places'`,
  institution: sql`body->'institutions'`,
}

/** Every value of a facet with its documents, by kind. */
export async function browseDatabase(database: Database, query: BrowseQuery, mostMs: number): Promise<Browsed> {
  const rows = await within(database, mostMs, async tx => {
    const visible = await visibleTo(tx, query)
    return tx.many<{ value: string; total: number; byKind: Record<string, number> }>(sql`
      select value, sum(count)::int as total, jsonb_object_agg(kind, count) as "byKind" from (
        select value, body->>'kind' as kind, count(*)::int as count from search_document
        cross join lateral (select distinct value from jsonb_array_elements_text(${browsedColumns[query.facet]}) as value) as its
        where ${visible} group by 1, 2) as counted
      group by value`)
  })
  return { values: rows, source: 'database' }
}

/** One reading of the table, given up after `mostMs`; PostgreSQL then throws 57014. */
export const within = <T>(database: Database, mostMs: number, work: (tx: Db) => Promise<T>): Promise<T> =>
  database.transaction(async tx => {
    await tx.run(sql`select set_config('statement_timeout', ${String(mostMs)}, true), set_config('jit', 'off', true)`)
    return work(tx)
  }, 'repeatable read')
