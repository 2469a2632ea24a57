import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { fontCodings } from '../../kernel/vietnamese-fonts.ts'
import {
  ActForm,
  Actions,
  DataTable,
  ErrorSummary,
  FileField,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Section,
  SelectField,
  State,
  type StateKind,
} from '../../site/index.ts'
import type { BatchState } from './import-batch.ts'
import type { BatchRow, Place } from './import-view.ts'
import { words } from './messages.ts'
import { batchPath, importsPath } from './paths.ts'
import type { Register } from './register.ts'

/** The largest file that a page takes; a larger one would have to be held in memory. */
export const maxUploadOctets = 64 * 2 ** 20

/** What older spreadsheets were typed or saved in: codings of fonts, and labels of the WHATWG Encoding Standard. */
export const codings = [...fontCodings, 'windows-1258', 'windows-1252'] as const

const kinds: Readonly<Record<BatchState, StateKind>> = {
  mapping: 'few',
  staging: 'few',
  staged: 'few',
  applying: 'few',
  applied: 'there',
  withdrawing: 'few',
  withdrawn: 'none',
  failed: 'late',
}

export const BatchStateMark = ({ state, lang }: { state: BatchState; lang: Language }) => (
  <State kind={kinds[state]}>{words(lang).states[state]}</State>
)

/** How far the work is, as "3.000 trên 10.000"; nothing while the batch rests. */
export function progressOf({ job }: Pick<BatchRow, 'job'>, lang: Language, unit = 1): string | null {
  if (job === null || job.state === 'done' || job.total === null) return null
  const count = (number: number) => formatCount(Math.floor(number / unit), lang)
  return words(lang).progress(count(job.done), count(job.total))
}

/** Reading is measured in octets, the rest in records. */
export const unitOf = (state: BatchState): number => (state === 'staging' ? 1024 : 1)

interface ImportsPageProps {
  readonly frame: Frame
  readonly registers: readonly Register[]
  readonly places: readonly Place[]
  readonly rows: readonly BatchRow[]
  readonly form: FormState
  readonly act: string
}

const SendForm = ({ frame: { lang }, registers, places, form, act }: Omit<ImportsPageProps, 'rows'>) => {
  const say = words(lang)
  if (places.length === 0) return <p>{say.nothingToChoose}</p>
  const choices = places.map(({ code, name }) => ({ value: code, label: name }))
  const one = choices.length === 1
  return (
    <ActForm action={importsPath} act={act} label={say.sendFile} files>
      <SelectField
        name="noi"
        label={say.institution}
        choices={one ? choices : [{ value: '', label: say.chooseInstitution }, ...choices]}
        form={form}
      />
      <FileField
        name="tep"
        label={say.file}
        help={say.fileHelp(`${maxUploadOctets / 2 ** 20} MB`)}
        accept=".mrc,.marc,.iso,.dat,.xml,.xlsx,.csv,.tsv,.txt,.jsonl,.ndjson,.json,.gz"
        form={form}
      />
      {registers.length > 1 && (
        <SelectField
          name="so"
          label={say.kind}
          choices={registers.map(register => ({ value: register.name, label: register.words(lang).choice }))}
          form={form}
          value={places.every(({ register }) => register === 'heritage') ? 'heritage' : 'catalogue'}
        />
      )}
      <SelectField
        name="bang-ma"
        label={say.coding}
        help={say.codingHelp}
        choices={[
          { value: '', label: say.codingTold },
          ...codings.map(value => ({ value, label: say.codings[value] })),
        ]}
        form={form}
      />
      <Actions submit={say.send} />
    </ActForm>
  )
}

export const ImportsPage = (props: ImportsPageProps) => {
  const { frame, rows, form } = props
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.importsTitle} staff>
      <ErrorSummary lang={lang} title={say.refusedFile(form.errors.length)} form={form} />
      <div class="flow">
        <h1>{say.importsTitle}</h1>
        <p>{say.importsLead}</p>
      </div>
      <Section title={say.sendFile}>
        <SendForm {...props} />
      </Section>
      <Section title={say.batches}>
        <DataTable
          lang={lang}
          caption={say.batches}
          captionHidden
          rows={rows}
          empty={say.noBatches}
          columns={[
            {
              label: say.fileColumn,
              head: true,
              cell: ({ batch }) => <a href={batchPath(batch.id)}>{batch.fileName}</a>,
            },
            { label: say.place, cell: row => row.institution },
            {
              label: say.stateColumn,
              cell: row => (
                <>
                  <BatchStateMark state={row.batch.state} lang={lang} />{' '}
                  <span class="small digits">{progressOf(row, lang, unitOf(row.batch.state))}</span>
                </>
              ),
            },
            { label: say.recordsColumn, numeric: true, cell: ({ counts }) => formatCount(counts.records, lang) },
            { label: say.copiesColumn, numeric: true, cell: ({ counts }) => formatCount(counts.items, lang) },
            {
              label: say.sentColumn,
              cell: ({ batch }) => <span class="digits">{formatInstant(batch.createdAt, lang)}</span>,
            },
          ]}
        />
      </Section>
    </Page>
  )
}
