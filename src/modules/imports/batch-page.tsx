import type { Language } from '../../kernel/language.ts'
import {
  ActForm,
  Facts,
  type Frame,
  formatCount,
  type KindTab,
  KindTabs,
  Notice,
  Page,
  Refusal,
  Section,
} from '../../site/index.ts'
import { Records } from './batch-records.tsx'
import type { BatchCounts } from './import-batch.ts'
import { isOpen } from './import-jobs.ts'
import { type BatchRow, type RecordsView, recordFilters } from './import-view.ts'
import { BatchStateMark, progressOf, unitOf } from './imports-page.tsx'
import { noteSentence, words } from './messages.ts'
import { batchPaths, importsPath, recordsPath } from './paths.ts'
import type { RecordFilter } from './record-store.ts'
import type { Register } from './register.ts'

export interface BatchPageProps {
  readonly frame: Frame
  readonly row: BatchRow
  readonly register: Register
  readonly view: RecordsView
  /** The file had been sent before. */
  readonly known: boolean
  /** Why what was just asked was not done. */
  readonly refusal: readonly string[]
  /** Doubtful records that nobody has decided. */
  readonly undecided: number
  readonly newAct: () => string
}

/** What the server is doing with the batch; a work that stopped can be set going again. */
const Progress = ({ row, lang, newAct }: { row: BatchRow; lang: Language; newAct: () => string }) => {
  const say = words(lang)
  const { batch, job } = row
  if (batch.state !== 'staging' && batch.state !== 'applying' && batch.state !== 'withdrawing') return null
  if (isOpen(job)) {
    const progress = progressOf(row, lang, unitOf(batch.state))
    return (
      <Notice title={say.states[batch.state]} role="status">
        {progress !== null && <p class="digits">{`${say.progressOf[batch.state]}: ${progress}`}</p>}
        <p>{say.refreshing}</p>
      </Notice>
    )
  }
  const again = { staging: batchPaths.readAgain, applying: batchPaths.apply, withdrawing: batchPaths.withdraw }
  return (
    <Notice kind="care" title={say.states[batch.state]}>
      <p>{say.stopped(job?.id.slice(-8).toUpperCase() ?? '')}</p>
      <ActForm action={again[batch.state](batch.id)} act={newAct()} label={say.goOn}>
        <button type="submit">{say.goOn}</button>
      </ActForm>
    </Notice>
  )
}

const Counts = ({ counts, register, lang }: { counts: BatchCounts; register: Register; lang: Language }) => {
  const say = { ...words(lang).countNames, items: register.words(lang).items }
  const shown = [
    ['records', true],
    ['new', true],
    ['same', true],
    ['doubtful', true],
    ['problem', true],
    ['applied', false],
    ['leftOut', false],
    ['withdrawn', false],
    ['items', false],
    ['warned', false],
    ['untitled', false],
    ['normalised', false],
  ] as const
  return (
    <Facts
      rows={shown
        .filter(([name, always]) => always || counts[name] > 0)
        .map(([name]) => [say[name], <span class="digits">{formatCount(counts[name], lang)}</span>])}
    />
  )
}

interface MovesProps {
  readonly row: BatchRow
  readonly register: Register
  readonly lang: Language
  readonly newAct: () => string
}

/** What may be done with the batch as it stands. */
const Moves = ({ row: { batch, counts }, register, lang, newAct }: MovesProps) => {
  const say = words(lang)
  const canApply = batch.state === 'staged'
  const canWithdraw = ['staging', 'staged', 'applying', 'applied'].includes(batch.state)
  const canRead = (batch.state === 'failed' || batch.state === 'withdrawn') && batch.layout === null
  const canMap = ['staged', 'failed', 'withdrawn'].includes(batch.state) && batch.layout !== null
  return (
    <div class="flow">
      <div class="row">
        {canApply && (
          <a class="button" href={batchPaths.apply(batch.id)}>
            {say.apply(register.words(lang).name)}
          </a>
        )}
        {canWithdraw && (
          <a class="button quiet" href={batchPaths.withdraw(batch.id)}>
            {say.withdraw}
          </a>
        )}
        {canMap && (
          <ActForm action={batchPaths.askColumns(batch.id)} act={newAct()} label={say.askColumns}>
            <button type="submit" class="quiet">
              {say.askColumns}
            </button>
          </ActForm>
        )}
        {canRead && (
          <ActForm action={batchPaths.readAgain(batch.id)} act={newAct()} label={say.readAgain}>
            <button type="submit" class="quiet">
              {say.readAgain}
            </button>
          </ActForm>
        )}
      </div>
      {counts.records > 0 && (
        <ul class="small flow">
          {counts.leftOut > 0 && (
            <li>
              <a href={batchPaths.leftOut(batch.id)}>{`${say.downloads}: ${say.downloadLeftOut}`}</a>
            </li>
          )}
          <li>
            <a href={batchPaths.list(batch.id)}>{`${say.downloads}: ${say.downloadList}`}</a>
          </li>
        </ul>
      )}
    </div>
  )
}

function filterTabs({ batch, counts }: BatchRow, current: RecordFilter, lang: Language): KindTab[] {
  const say = words(lang)
  const countOf = { ...counts, 'left-out': counts.leftOut }
  const labels = { ...say.outcomes, warned: say.warned, untitled: say.untitledTab, 'left-out': say.leftOut }
  return [
    { label: say.all, href: recordsPath(batch.id, null, 0), count: counts.records, current: current === null },
    ...recordFilters
      .filter(filter => countOf[filter] > 0 || filter === current)
      .map(filter => ({
        label: labels[filter],
        href: recordsPath(batch.id, filter, 0),
        count: countOf[filter],
        current: filter === current,
      })),
  ]
}

export const BatchPage = (props: BatchPageProps) => {
  const { frame, row, register, view, known, refusal, undecided, newAct } = props
  const { lang } = frame
  const say = words(lang)
  const { batch, counts } = row
  return (
    <Page frame={frame} title={batch.fileName} staff>
      <div class="flow">
        {refusal.length > 0 && <Refusal title={batch.fileName} reasons={refusal} />}
        {known && <Notice role="status">{say.knownBatch}</Notice>}
        <p class="small">
          <a href={importsPath}>{say.backToList}</a>
        </p>
        <h1>{batch.fileName}</h1>
        <p class="row">
          <BatchStateMark state={batch.state} lang={lang} />
          <span class="muted">{row.institution}</span>
        </p>
        {batch.problem !== null && (
          <Notice kind="refusal">{noteSentence(batch.problem, lang, register, batch.format)}</Notice>
        )}
        <Progress row={row} lang={lang} newAct={newAct} />
      </div>
      <Section title={say.counts} class="grid halves">
        <Counts counts={counts} register={register} lang={lang} />
        <div class="flow">
          {batch.state === 'staged' && undecided > 0 && (
            <Notice kind="care">{say.doubtfulAdvice(formatCount(undecided, lang))}</Notice>
          )}
          <Moves row={row} register={register} lang={lang} newAct={newAct} />
        </div>
      </Section>
      {counts.records > 0 && (
        <Section title={say.records}>
          <KindTabs lang={lang} label={say.filter} tabs={filterTabs(row, view.filter, lang)} />
          <Records lang={lang} batch={batch} register={register} view={view} newAct={newAct} />
        </Section>
      )}
    </Page>
  )
}
