import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import type { Db } from '../../platform/database/database.ts'
import { DataTable } from '../../site/index.ts'
import { institutionsByIds } from '../institutions/index.ts'
import { displayNames, type OwnRecords } from '../people/index.ts'
import { words } from './messages.ts'
import { helpOf } from './turn-store.ts'

/** One time that somebody helped, as the helped person reads it. */
interface HelpLine {
  readonly at: Date
  readonly what: string
  readonly helper: string
  readonly where: string
  readonly consent: string
}

type ActName = (type: string) => string

async function helpLines(db: Db, person: string, limit: number, lang: Language, nameOf: ActName): Promise<HelpLine[]> {
  const say = words(lang)
  const rows = await helpOf(db, person, limit)
  const helpers = await displayNames(db, [...new Set(rows.map(row => row.helper))])
  const places = await institutionsByIds(db, [...new Set(rows.map(row => row.institution))])
  const names = new Map(places.map(place => [place.id, textIn(place.name, lang).text]))
  return rows.map(row => ({
    at: row.openedAt,
    what: row.actType === null ? say.nothingDone : nameOf(row.actType),
    helper: helpers.get(row.helper) ?? say.erased,
    where: names.get(row.institution) ?? '—',
    consent: say.consentTold[row.consent],
  }))
}

const shown = 20
const mostKept = 1000

/** The part of a person's own page that says who did something for them; null for whom nobody helped. */
export async function helpPart(db: Db, person: string, lang: Language, nameOf: ActName) {
  const say = words(lang)
  const lines = await helpLines(db, person, shown, lang, nameOf)
  if (lines.length === 0) return null
  const content = (
    <DataTable<HelpLine>
      lang={lang}
      caption={say.helped}
      captionHidden
      rows={lines}
      empty=""
      columns={[
        { label: say.what, head: true, cell: line => line.what },
        { label: say.when, cell: line => <span class="digits">{formatInstant(line.at, lang)}</span> },
        { label: say.byWhom, cell: line => line.helper },
        { label: say.where, cell: line => line.where },
        { label: say.agreed, cell: line => line.consent },
      ]}
    />
  )
  return { title: say.helped, content }
}

/** The same for the person to take along. */
export async function helpRecords(db: Db, person: string, lang: Language, nameOf: ActName): Promise<OwnRecords> {
  const say = words(lang)
  const labels = { at: say.when, what: say.what, helper: say.byWhom, where: say.where, consent: say.agreed }
  return {
    key: 'help',
    title: say.helped,
    fields: Object.entries(labels).map(([key, label]) => ({ key, label })),
    records: (await helpLines(db, person, mostKept, lang, nameOf)).map(line => ({ ...line })),
  }
}
