import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, parseLocalDate } from '../../kernel/local-date.ts'
import { formatCount } from '../../site/count.ts'
import { DataTable } from '../../site/data-table.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Section } from '../../site/section.tsx'
import { words } from './messages.ts'
import { accountPath, erasePath, ownDataFilePath } from './paths.ts'
import type { OwnRecord, OwnRecords } from './port.ts'

/** A value as people read it; the file has it as it is kept. */
function shown(key: string, value: OwnRecord[string] | undefined, lang: Language): string {
  const say = words(lang)
  if (key === 'language' && (value === 'vi' || value === 'en')) return say.languages[value]
  if (value === null || value === undefined || value === '') return '—'
  if (value instanceof Date) return formatInstant(value, lang)
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value === 'number') return formatCount(value, lang)
  const day = parseLocalDate(value)
  return day === null ? value : formatDate(day, lang)
}

/** All that is kept of a person, for that person to read, with the way to take it along and to erase it. */
export const OwnDataPage = ({ frame, records }: { frame: Frame; records: readonly OwnRecords[] }) => {
  const { lang } = frame
  const say = words(lang)
  const kept = records.filter(part => part.records.length > 0)
  const empty = records.filter(part => part.records.length === 0)
  return (
    <Page
      frame={frame}
      title={say.ownData}
      crumbs={[{ href: accountPath, label: say.account }, { label: say.ownData }]}
    >
      <h1>{say.ownData}</h1>
      <p class="muted">{say.ownDataLead}</p>
      <p class="row actions">
        <a class="button" href={ownDataFilePath} download>
          {say.takeAlong}
        </a>
        <a href={erasePath}>{say.eraseMe}</a>
      </p>
      {kept.map(part => (
        <Section title={part.title}>
          <DataTable<OwnRecord>
            lang={lang}
            caption={part.title}
            captionHidden
            rows={part.records}
            empty=""
            columns={part.fields.map(({ key, label }, at) => ({
              label,
              head: at === 0,
              cell: record => shown(key, record[key], lang),
            }))}
          />
        </Section>
      ))}
      {empty.length > 0 && (
        <Section title={say.nothingKept}>
          <p>{empty.map(part => part.title).join(' · ')}</p>
        </Section>
      )}
    </Page>
  )
}
