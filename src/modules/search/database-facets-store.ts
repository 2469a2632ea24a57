import { type Sql, sql } from '../../platform/database/sql.ts'
import { type Facet, type FacetName, type FacetValue, facetNames, offeredValues, type SearchQuery } from './query.ts'

/** A facet over the rows `fitting` of a search in the table. */
interface FacetColumn {
  readonly name: FacetName
  readonly fails: Sql
  /** Whether a row has one of these values. */
  readonly has: (values: readonly string[]) => Sql
  /** Rows (value) of those that fit every other choice. */
  readonly values: Sql
}

const ofList = (name: FacetName, column: Sql, fails: Sql): FacetColumn => ({
  name,
  fails,
  has: values => sql`${column} ?| ${values}::text[]`,
  values: sql`select value from fitting
    cross join lateral (select distinct value from jsonb_array_elements_text(${column}) as value) as its where fails = ${fails}`,
})

const ofOne = (name: FacetName, column: Sql, fails: Sql): FacetColumn => ({
  name,
  fails,
  has: values => sql`${column} = any(${values}::text[])`,
  values: sql`select ${column} as value from fitting where fails = ${fails} and ${column} is not null`,
})

export const facetColumns: readonly FacetColumn[] = [
  ofOne('kind', sql`kind`, sql`fails_kind`),
  ofList('institution', sql`institutions`, sql`fails_institution`),
  ofList('place', sql`places`, sql`fails_place`),
  ofOne('language', sql`language`, sql`fails_language`),
  ofList('subject', sql`subjects`, sql`fails_subject`),
  ofOne('decade', sql`decade`, sql`fails_decade`),
  ofOne('available', sql`nullif(available::text, 'false')`, sql`fails_available`),
]

const chosenIn = ({ kinds, facets }: SearchQuery, name: FacetName): readonly string[] => {
  if (name === 'kind') return kinds ?? []
  if (name === 'available') return facets?.available === true ? ['true'] : []
  return facets?.[name] ?? []
}

/** 1 where the choice in this facet leaves the document out. */
export function failureOf({ name, fails, has }: FacetColumn, query: SearchQuery): Sql {
  const chosen = chosenIn(query, name)
  return chosen.length === 0 ? sql`0 as ${fails}` : sql`(not coalesce(${has(chosen)}, false))::int as ${fails}`
}

export function countsOf({ name, values }: FacetColumn, query: SearchQuery): Sql {
  const chosen = chosenIn(query, name)
  return sql`(
    select ${name}::text as name, value, count(*)::int as count from (${values}) as its group by value
    order by value = any(${chosen}::text[]) desc, count desc, value collate "C" limit ${offeredValues[name] + chosen.length})`
}

/** The counted rows as facets, most frequent first; a chosen value is always there. */
export const facetsIn = (rows: readonly (FacetValue & { readonly name: string })[], query: SearchQuery): Facet[] =>
  facetNames.map(name => {
    const values = rows.filter(row => row.name === name).map(({ value, count }) => ({ value, count }))
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    const shown = values.slice(0, offeredValues[name])
    const missing = [...new Set(chosenIn(query, name))].filter(value => !shown.some(one => one.value === value))
    const countOf = (value: string) => values.find(one => one.value === value)?.count ?? 0
    return { name, values: [...shown, ...missing.map(value => ({ value, count: countOf(value) }))] }
  })
