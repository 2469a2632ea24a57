import { formatInstant } from '../../kernel/instant.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import { type JournalEntry, listEntries } from '../../platform/journal/index.ts'
import { DataTable } from '../../site/data-table.tsx'
import { Page } from '../../site/layout.tsx'
import { institutionsByIds } from '../institutions/index.ts'
import { words } from './pages.tsx'
import { journalPath } from './paths.ts'
import { type Given, institutionsUnder } from './port.ts'
import { displayNames } from './store.ts'

const pageSize = 50

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
]

/** Who did what, where and when, newest first; staff of an institution see its own acts only. */
export async function journalPage({ world, site, port }: Given, c: RequestContext) {
  const { lang } = c.var
  const before = Number(c.req.query('truoc')) || undefined
  const entries = await listEntries(world.database, {
    institutions: institutionsUnder(c, 'read-journal'),
    limit: pageSize,
    ...(before === undefined ? {} : { before }),
  })
  const names = await displayNames(world.database, distinct(entries.map(entry => entry.actor)))
  const places = await institutionsByIds(world.database, distinct(entries.map(entry => entry.institution)))
  const placeNames = new Map(places.map(place => [place.id, textIn(place.name, lang).text]))
  const say = words(lang)
  const last = entries.at(-1)
  return c.html(
    <Page frame={site.staffFrame(c, null)} title={say.journal} staff>
      <h1>{say.journal}</h1>
      <p class="muted">{say.journalLead}</p>
      <DataTable<JournalEntry>
        lang={lang}
        caption={say.journal}
        captionHidden
        rows={entries}
        empty={say.noActs}
        columns={[
          { label: say.when, cell: entry => <span class="digits">{formatInstant(entry.recordedAt, lang)}</span> },
          { label: say.act, head: true, cell: entry => port.actName(entry.type, lang) },
          { label: say.who, cell: entry => (entry.actor === null ? say.system : (names.get(entry.actor) ?? '—')) },
          {
            label: say.where,
            cell: entry => (entry.institution === null ? say.province : (placeNames.get(entry.institution) ?? '—')),
          },
        ]}
      />
      {last !== undefined && entries.length === pageSize && (
        <p>
          <a href={`${journalPath}?truoc=${last.seq}`}>{say.older}</a>
        </p>
      )}
    </Page>,
  )
}
