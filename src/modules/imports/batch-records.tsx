import type { Language } from '../../kernel/language.ts'
import { ActForm, DataTable, formatCount, State, type StateKind } from '../../site/index.ts'
import { type Decision, type ImportBatch, type ImportRecord, isTable, type Outcome } from './import-batch.ts'
import type { RecordsView } from './import-view.ts'
import { noteSentence, words } from './messages.ts'
import { batchPaths, recordsPath } from './paths.ts'
import type { Register } from './register.ts'

const kinds: Readonly<Record<Outcome, StateKind>> = { new: 'there', same: 'none', doubtful: 'few', problem: 'late' }

/** What a person may say instead: whatever matches may be joined, and anything may be left out. Of what nobody doubts
 *  only the other ways are offered. */
function offered({ outcome, decision, matchedEntry, matchedRecord }: ImportRecord): Decision[] {
  if (outcome === 'problem') return []
  const matched = matchedEntry !== null || matchedRecord !== null
  const ways: Decision[] = matched ? ['same', 'new', 'skip'] : ['new', 'skip']
  return outcome === 'doubtful' ? ways : ways.filter(way => way !== (decision ?? outcome))
}

/** A narrow column keeps its words together. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

interface RowProps {
  readonly record: ImportRecord
  readonly view: RecordsView
  readonly batch: ImportBatch
  readonly register: Register
  readonly lang: Language
}

const Reasons = ({ record, view, batch, register, lang }: RowProps) => {
  const say = words(lang)
  const { matchedEntry, matchedRecord, decision, entry } = record
  const linked = record.state === 'applied' ? entry : matchedEntry
  const path = linked === null ? undefined : view.paths.get(linked)
  const silent = record.reasons.length + record.warnings.length === 0 && decision === null && path === undefined
  if (silent) return <span class="muted">–</span>
  return (
    <ul>
      {[...record.reasons, ...record.warnings].map(note => (
        <li>{noteSentence(note, lang, register, batch.format)}</li>
      ))}
      {matchedRecord !== null && <li>{say.matchedRecord(formatCount(matchedRecord, lang))}</li>}
      {decision !== null && <li>{say.decided(say.decisions[decision])}</li>}
      {path !== undefined && (
        <li>
          <a href={path}>{record.state === 'applied' ? say.seeEntry : say.matchedEntry}</a>
        </li>
      )}
    </ul>
  )
}

interface ChoiceProps extends Omit<RowProps, 'register'> {
  readonly newAct: () => string
}

/** Buttons beside a record, while the batch waits; what was decided can be decided otherwise. */
const Choice = ({ record, view, batch, lang, newAct }: ChoiceProps) => {
  const ways = batch.state === 'staged' ? offered(record) : []
  if (ways.length === 0) return null
  const say = words(lang)
  return (
    <ActForm
      action={batchPaths.decide(batch.id)}
      act={newAct()}
      label={say.decideFor(formatCount(record.number, lang))}
      class="row"
    >
      <input type="hidden" name="so" value={String(record.number)} />
      <input type="hidden" name="xem" value={view.filter ?? ''} />
      <input type="hidden" name="sau" value={String(view.after)} />
      {ways.map(decision => (
        <button type="submit" name="quyet" value={decision} class="quiet">
          {say.decisions[decision]}
        </button>
      ))}
    </ActForm>
  )
}

export interface RecordsProps {
  readonly lang: Language
  readonly batch: ImportBatch
  readonly register: Register
  readonly view: RecordsView
  /** Each form has an act of its own. */
  readonly newAct: () => string
}

export const Records = ({ lang, batch, register, view, newAct }: RecordsProps) => {
  const say = words(lang)
  const last = view.records.at(-1)
  const table = isTable(batch.format)
  return (
    <>
      <DataTable
        lang={lang}
        caption={say.records}
        captionHidden
        rows={view.records}
        empty={say.noRecords}
        columns={[
          { label: table ? say.row : say.number, numeric: true, cell: record => formatCount(record.number, lang) },
          {
            label: say.title,
            head: true,
            cell: record => (
              <span id={`so-${record.number}`}>
                {record.title ?? say.untitled}
                <br />
                <small class="muted digits">
                  {table ? '' : `${say.octet(formatCount(record.offset, lang))} · `}
                  {say.recordStates[record.state]}
                </small>
              </span>
            ),
          },
          {
            label: unbroken(say.outcome),
            cell: record => <State kind={kinds[record.outcome]}>{unbroken(say.outcomes[record.outcome])}</State>,
          },
          {
            label: say.why,
            cell: record => <Reasons record={record} view={view} batch={batch} register={register} lang={lang} />,
          },
          ...(batch.state === 'staged'
            ? [
                {
                  label: '',
                  cell: (record: ImportRecord) => (
                    <Choice record={record} view={view} batch={batch} lang={lang} newAct={newAct} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <p class="row">
        {view.after > 0 && <a href={recordsPath(batch.id, view.filter, 0)}>{say.fromStart}</a>}
        {view.more && last !== undefined && (
          <a class="button quiet" href={recordsPath(batch.id, view.filter, last.number)} rel="next">
            {say.next}
          </a>
        )}
      </p>
    </>
  )
}
