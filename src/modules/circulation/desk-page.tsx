import type { Language } from '../../kernel/language.ts'
import { formatDate, localTimeAt } from '../../kernel/local-date.ts'
import {
  ActForm,
  Box,
  Camera,
  DeskModes,
  Facts,
  type Frame,
  formatCount,
  KeyHint,
  LastActs,
  Page,
  Refusal,
  ScanField,
  State,
  UndoBar,
} from '../../site/index.ts'
import { actName } from './act-words.ts'
import { CopyNote, type ScannedCopy } from './copy-note.tsx'
import { CountBox } from './count-box.tsx'
import type { DeskAct, PatronPanel } from './desk.ts'
import { Loans } from './loans.tsx'
import { words } from './messages.ts'
import { type DeskMode, dayPath, deskAt, deskPath, overduePath, quickDeskPath, requestsPath, undoAt } from './paths.ts'
import { quickDeskWords } from './quick-desk-words.ts'
import type { ReadingKind } from './room.ts'
import { roomWords } from './room-words.ts'
import { sheetWords } from './sheet-words.ts'

export interface DeskPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly mode: DeskMode
  readonly patron: PatronPanel | null
  /** The card number in hand, also when it names nobody. */
  readonly card: string | null
  /** What was scanned and not taken: it stays in the field. */
  readonly scanned: string
  readonly refusal: { readonly title: string; readonly reasons: readonly string[] } | null
  /** What was just done, in a sentence; `undoable` is its act where it can be undone. */
  readonly done: { readonly act: string; readonly sentence: string; readonly undoable: string | null } | null
  readonly acts: readonly DeskAct[]
  readonly today: { dueToday: number; overdue: number; lentToday: number; returnedToday: number }
  /** What was read in the room today. */
  readonly read: Readonly<Record<ReadingKind, number>>
  /** Slips that wait to be fetched. */
  readonly waiting: number
  /** The copy that was scanned last. */
  readonly copy: ScannedCopy | null
  readonly counted: { readonly kind: string; readonly typed: string } | null
  /** Mints the id of an act that a form of the page will send. */
  readonly newAct: () => string
  readonly expired: boolean
}

const Patron = ({ props, patron }: { props: DeskPageProps; patron: PatronPanel }) => {
  const { lang } = props.frame
  const say = words(lang)
  const { card } = patron
  const states = { lost: say.lostCard, blocked: say.blockedCard, replaced: say.replacedCard }
  return (
    <Box title={`${patron.person.displayName}`}>
      <Facts
        small
        rows={[
          [say.card, <span class="digits">{card.number}</span>],
          [
            say.cardUntil,
            props.expired ? (
              <State kind="late">{formatDate(card.expiresOn, lang)}</State>
            ) : (
              formatDate(card.expiresOn, lang)
            ),
          ],
          [say.onLoan, `${patron.loans.length + patron.lentElsewhere} / ${patron.maxLoans}`],
          [say.state, card.state === 'valid' ? null : <State kind="late">{states[card.state]}</State>],
          ['', card.note],
        ]}
      />
      <p>
        <a
          class="button quiet"
          href={deskAt(props.institution.code, props.mode, null)}
          data-key="Escape"
          aria-keyshortcuts="Escape"
        >
          {say.done} <KeyHint name="Escape" />
        </a>
      </p>
    </Box>
  )
}

const actText = (act: DeskAct, lang: Language) => {
  const say = words(lang)
  const what = actName(act, lang)
  return (
    <>
      {act.undoing ? say.didUndo(what) : what} <span class="muted">{act.title}</span>
      {act.undone && <span class="tag">{say.undone}</span>}
    </>
  )
}

/** Where undoing this act posts, and the undoing's own id. */
const undoOf = ({ institution, mode, card, newAct }: DeskPageProps, act: string) => ({
  action: undoAt(institution.code, act, mode, card),
  act: newAct(),
})

const ReaderLoans = ({ lang, patron }: { lang: Language; patron: PatronPanel }) => {
  const say = words(lang)
  const title = patron.lentElsewhere === 0 ? say.loans(patron.loans.length) : say.loansHere(patron.loans.length)
  const empty = patron.lentElsewhere === 0 ? say.noLoans : say.noLoansHere
  return (
    <Box title={title}>
      <Loans lang={lang} caption={title} loans={patron.loans} empty={empty} />
      {patron.lentElsewhere > 0 && <p class="muted">{say.lentElsewhere(patron.lentElsewhere)}</p>}
    </Box>
  )
}

export const DeskPage = (props: DeskPageProps) => {
  const { frame, institution, mode, patron, today } = props
  const { lang } = frame
  const say = words(lang)
  const modes = [
    { mode: 'muon' as const, label: say.lend, key: 'F2' },
    { mode: 'tra' as const, label: say.giveBack, key: 'F3' },
    { mode: 'gia-han' as const, label: say.renew, key: 'F4' },
    { mode: 'doc-tai-cho' as const, label: say.readHere, key: 'F6' },
  ]
  const label = { muon: say.scanLend, tra: say.scanReturn, 'gia-han': say.scanRenew, 'doc-tai-cho': say.scanRead }[mode]
  return (
    <Page frame={frame} title={`${say.title} · ${institution.name}`} staff>
      <h1 class="hidden">{`${say.title} · ${institution.name}`}</h1>
      <div class="grid aside">
        <div class="flow">
          <Box>
            <DeskModes
              lang={lang}
              modes={modes.map(one => ({
                label: one.label,
                key: one.key,
                href: deskAt(institution.code, one.mode, one.mode === 'tra' ? null : props.card),
                current: one.mode === mode,
              }))}
            />
            <ActForm action={deskPath(institution.code)} act={props.newAct()} label={label}>
              <input type="hidden" name="viec" value={mode} />
              {props.card !== null && <input type="hidden" name="the" value={props.card} />}
              {props.done !== null && <input type="hidden" name="vua" value={props.done.act} />}
              <ScanField name="quet" label={label} value={props.scanned}>
                <button type="submit">{say.record}</button>
              </ScanField>
            </ActForm>
            <Camera frame={frame} />
          </Box>
          {props.refusal && <Refusal title={props.refusal.title} reasons={props.refusal.reasons} />}
          {props.copy && <CopyNote lang={lang} copy={props.copy} />}
          {mode === 'doc-tai-cho' && <CountBox {...props} lang={lang} code={institution.code} />}
          {patron && <ReaderLoans lang={lang} patron={patron} />}
        </div>
        <div class="flow">
          {patron && <Patron props={props} patron={patron} />}
          {props.acts.length > 0 ? (
            <LastActs
              lang={lang}
              acts={props.acts.map(act => ({
                at: localTimeAt(act.at),
                text: actText(act, lang),
                ...(act.undoing || act.undone ? {} : { undo: undoOf(props, act.id) }),
              }))}
            />
          ) : (
            <Box title={say.justDone}>
              <p class="muted">{say.nothingYet}</p>
            </Box>
          )}
          <p>
            <a href={quickDeskPath(institution.code)}>{quickDeskWords(lang).link}</a>
          </p>
          <Box title={say.today}>
            <Facts
              small
              rows={[
                [say.lentToday, formatCount(today.lentToday, lang)],
                [say.returnedToday, formatCount(today.returnedToday, lang)],
                [say.readToday, formatCount(props.read.book + props.read.periodical, lang)],
                [say.dueToday, formatCount(today.dueToday, lang)],
                [say.overdueNow, <a href={overduePath(institution.code)}>{formatCount(today.overdue, lang)}</a>],
                [
                  roomWords(lang).requests,
                  <a href={requestsPath(institution.code)}>{formatCount(props.waiting, lang)}</a>,
                ],
              ]}
            />
            <p>
              <a href={dayPath(institution.code)}>{sheetWords(lang).daySheet}</a>
            </p>
          </Box>
        </div>
      </div>
      {props.done !== null && (
        <UndoBar
          lang={lang}
          done={props.done.sentence}
          {...(props.done.undoable === null ? {} : { undo: { ...undoOf(props, props.done.undoable), key: 'F8' } })}
        />
      )}
    </Page>
  )
}
