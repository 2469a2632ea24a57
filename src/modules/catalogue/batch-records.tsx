import type { Language } from '../../kernel/language.ts'
import { ActForm, DataTable, formatCount, State, type StateKind } from '../../site/index.ts'
import type { ImportBatch, ImportRecord, Outcome } from './import-batch.ts'
import type { RecordsView } from './import-view.ts'
import { sentenceOf, words } from './messages.ts'
import { batchPaths, offered, recordsPath, workPath } from './paths.ts'

const kinds: Readonly<Record<Outcome, StateKind>> = { new: 'there', same: 'none', doubtful: 'few', problem: 'late' }

interface RowProps {
  readonly record: ImportRecord
  readonly view: RecordsView
  readonly lang: Language
}

const Reasons = ({ record, view, lang }: RowProps) => {
  const say = words(lang)
  const { matchedEdition, matchedRecord, decision, edition } = record
  const linked = record.state === 'applied' ? edition : matchedEdition
  const work = linked === null ? undefined : view.works.get(linked)
  return (
    <ul>
      {[...record.reasons, ...record.warnings].map(note => (
        <li>{sentenceOf(note, lang)}</li>
      ))}
      {matchedRecord !== null && <li>{say.matchedRecord(formatCount(matchedRecord, lang))}</li>}
      {decision !== null && <li>{say.decided(say.decisions[decision])}</li>}
      {work !== undefined && (
        <li>
          <a href={workPath(work)}>{record.state === 'applied' ? say.seeEdition : say.matchedEdition}</a>
        </li>
      )}
    </ul>
  )
}

interface DecisionProps extends RowProps {
  readonly batch: ImportBatch
  readonly newAct: () => string
}

/** Two buttons beside a doubtful record, while the batch waits; what was decided can be decided otherwise. */
const Decision = ({ record, view, batch, lang, newAct }: DecisionProps) => {
  if (batch.state !== 'staged' || record.outcome !== 'doubtful') return null
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
      {offered.map(decision => (
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
  readonly view: RecordsView
  /** Each form has an act of its own. */
  readonly newAct: () => string
}

export const Records = ({ lang, batch, view, newAct }: RecordsProps) => {
  const say = words(lang)
  const last = view.records.at(-1)
  return (
    <>
      <DataTable
        lang={lang}
        caption={say.records}
        captionHidden
        rows={view.records}
        empty={say.noRecords}
        columns={[
          {
            label: say.number,
            cell: record => (
              <span class="digits" id={`so-${record.number}`}>
                {formatCount(record.number, lang)}{' '}
                <small class="muted">{say.octet(formatCount(record.offset, lang))}</small>
              </span>
            ),
          },
          { label: say.title, head: true, cell: record => record.title ?? say.untitled },
          {
            label: say.outcome,
            cell: record => (
              <>
                <State kind={kinds[record.outcome]}>{say.outcomes[record.outcome]}</State>{' '}
                <small class="muted">{say.recordStates[record.state]}</small>
              </>
            ),
          },
          {
            label: say.why,
            cell: record => (
              <>
                <Reasons record={record} view={view} lang={lang} />
                <Decision record={record} view={view} batch={batch} lang={lang} newAct={newAct} />
              </>
            ),
          },
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
