import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyone } from '../src/kernel/audience.ts'
import { fold } from '../src/kernel/vietnamese.ts'
import type { SearchDocument } from '../src/modules/search/document.ts'
import type { Database } from '../src/platform/database/database.ts'
import { sql } from '../src/platform/database/sql.ts'
import { madeDocuments } from './made-records.ts'

const textOf = ({ title, otherTitles, people, subjects, text }: SearchDocument): string =>
  [title, ...otherTitles, ...people, ...subjects, text].join(' ')

function* publicDocuments(count: number): Generator<SearchDocument> {
  for (const document of madeDocuments(count)) if (document.audience === everyone) yield document
}

/** PostgreSQL full text at its best: words folded beforehand, kept as tsvector under a GIN index, facets as columns. */
export async function fillPostgres(database: Database, count: number): Promise<void> {
  await database.run(sql`
    create table made (id text primary key, title text, words tsvector, kind text, institutions text[], places text[],
      language text, subjects text[], decade int, available boolean)`)
  const flush = async (documents: readonly SearchDocument[]) => {
    const rows = documents.map(document => ({ ...document, words: fold(textOf(document)) }))
    await database.run(sql`
      insert into made select id, title, to_tsvector('simple', words), kind, institutions, places, language, subjects,
        year / 10 * 10, available
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id text, title text, words text, kind text,
        institutions text[], places text[], language text, subjects text[], year int, available boolean)`)
  }
  const batch: SearchDocument[] = []
  for (const document of publicDocuments(count)) {
    batch.push(document)
    if (batch.length === 1000) await flush(batch.splice(0))
  }
  await flush(batch)
  await database.run(sql`create index made_words on made using gin (words)`)
  await database.run(sql`analyze made`)
}

/** 20 hits by rank, the exact total and 7 facets, as ours gives them. */
export const askPostgres = (database: Database, text: string) =>
  database.one<{ total: number }>(sql`
    with matched as materialized (
      select made.*, ts_rank(words, query) as rank from made, plainto_tsquery('simple', ${fold(text)}) as query where words @@ query
    ), facets as (
      (select 'kind', kind, count(*) from matched group by 2 limit 20) union all
      (select 'language', language, count(*) from matched group by 2 limit 30) union all
      (select 'decade', decade::text, count(*) from matched group by 2 limit 40) union all
      (select 'available', available::text, count(*) from matched group by 2) union all
      (select 'institution', value, count(*) from matched, unnest(institutions) as value group by 2 order by 3 desc limit 100) union all
      (select 'place', value, count(*) from matched, unnest(places) as value group by 2 order by 3 desc limit 100) union all
      (select 'subject', value, count(*) from matched, unnest(subjects) as value group by 2 order by 3 desc limit 30)
    )
    select (select count(*) from matched) as total, (select jsonb_agg(facets) from facets) as facets,
      (select jsonb_agg(hit) from (select id, title from matched order by rank desc, id limit 20) as hit) as hits`)

interface MiniSearchIndex {
  addAll(documents: readonly object[]): void
  search(text: string, options: object): readonly object[]
}

/** MiniSearch over the same documents, folded as ours; null where it cannot be had. It is fetched into a folder of its own. */
export function fillMiniSearch(count: number): MiniSearchIndex | null {
  const folder = mkdtempSync(join(tmpdir(), 'bac-thang-minisearch-'))
  try {
    const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', 'minisearch@7']
    if (spawnSync('npm', install, { stdio: 'ignore', timeout: 60_000 }).status !== 0) return null
    const MiniSearch: new (options: object) => MiniSearchIndex = createRequire(join(folder, 'from.js'))('minisearch')
    const index = new MiniSearch({ fields: ['title', 'rest'], processTerm: fold })
    index.addAll(
      [...publicDocuments(count)].map(document => ({ id: document.id, title: document.title, rest: textOf(document) })),
    )
    return index
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
