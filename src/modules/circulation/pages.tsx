import type { Language } from '../../kernel/language.ts'
import { formatDate, localTimeAt } from '../../kernel/local-date.ts'
import { formatCount } from '../../site/count.ts'
import { DataTable } from '../../site/data-table.tsx'
import { Box, DeskModes, LastActs, ScanField } from '../../site/desk.tsx'
import { Facts } from '../../site/facts.tsx'
import { ActForm } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice, Refusal } from '../../site/notice.tsx'
import { State } from '../../site/state.tsx'
import { UndoBar } from '../../site/undo-bar.tsx'
import type { DeskAct, LoanLine, PatronPanel } from './desk.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { type DeskMode, deskAt, deskPath, overduePath } from './paths.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)

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
  /** What was just done, in a sentence. */
  readonly done: string | null
  readonly acts: readonly DeskAct[]
  readonly today: { dueToday: number; overdue: number; lentToday: number; returnedToday: number }
  readonly act: string
  readonly expired: boolean
}

const LoanState = ({ line, lang }: { line: LoanLine; lang: Language }) => {
  const say = words(lang)
  if (line.daysLeft < 0) return <State kind="late">{say.overdue(-line.daysLeft)}</State>
  return line.daysLeft <= 2 ? (
    <State kind="few">{say.dueIn(line.daysLeft)}</State>
  ) : (
    <span>{say.dueIn(line.daysLeft)}</span>
  )
}

/** A list of loans with what is due when; the desk's and the reader's own. */
export const Loans = ({
  lang,
  caption,
  loans,
  empty,
}: {
  lang: Language
  caption: string
  loans: readonly LoanLine[]
  empty: string
}) => {
  const say = words(lang)
  return (
    <DataTable
      lang={lang}
      caption={caption}
      captionHidden
      rows={loans}
      empty={empty}
      columns={[
        {
          label: say.item,
          head: true,
          cell: line => (
            <>
              <a href={line.path}>{line.title}</a> <span class="digits muted">{line.barcode}</span>
            </>
          ),
        },
        { label: say.due, cell: line => <span class="digits">{formatDate(line.dueOn, lang)}</span> },
        { label: say.state, cell: line => <LoanState line={line} lang={lang} /> },
      ]}
    />
  )
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
          [say.onLoan, `${patron.loans.length} / ${patron.maxLoans}`],
          [say.state, card.state === 'valid' ? null : <State kind="late">{states[card.state]}</State>],
          ['', card.note],
        ]}
      />
      <p>
        <a class="button quiet" href={deskAt(props.institution.code, props.mode, null)}>
          {say.done}
        </a>
      </p>
    </Box>
  )
}

const actText = (act: DeskAct, lang: Language) => {
  const say = words(lang)
  const sentence = {
    'circulation.lend': say.didLend,
    'circulation.return': say.didReturn,
    'circulation.renew': say.didRenew,
  }[act.type]
  return (
    <>
      {sentence?.(act.barcode) ?? act.barcode} <span class="muted">{act.title}</span>
    </>
  )
}

export const DeskPage = (props: DeskPageProps) => {
  const { frame, institution, mode, patron, today } = props
  const { lang } = frame
  const say = words(lang)
  const modes = [
    { mode: 'muon' as const, label: say.lend },
    { mode: 'tra' as const, label: say.giveBack },
    { mode: 'gia-han' as const, label: say.renew },
  ]
  const label = { muon: say.scanLend, tra: say.scanReturn, 'gia-han': say.scanRenew }[mode]
  return (
    <Page frame={frame} title={`${say.title} · ${institution.name}`} staff>
      <h1 class="hidden">{`${say.title} · ${institution.name}`}</h1>
      <div class="grid desk-columns">
        <div class="flow">
          <Box>
            <DeskModes
              lang={lang}
              modes={modes.map(one => ({
                label: one.label,
                href: deskAt(institution.code, one.mode, one.mode === 'tra' ? null : props.card),
                current: one.mode === mode,
              }))}
            />
            <ActForm action={deskPath(institution.code)} act={props.act} label={label}>
              <input type="hidden" name="viec" value={mode} />
              {props.card !== null && <input type="hidden" name="the" value={props.card} />}
              <ScanField name="quet" label={label} value={props.scanned} />
              <p class="row actions">
                <button type="submit">{say.record}</button>
              </p>
            </ActForm>
          </Box>
          {props.refusal && <Refusal title={props.refusal.title} reasons={props.refusal.reasons} />}
          {patron && (
            <Box title={say.loans(patron.loans.length)}>
              <Loans lang={lang} caption={say.loans(patron.loans.length)} loans={patron.loans} empty={say.noLoans} />
            </Box>
          )}
        </div>
        <div class="flow">
          {patron && <Patron props={props} patron={patron} />}
          {props.acts.length > 0 ? (
            <LastActs
              lang={lang}
              acts={props.acts.map(act => ({ at: localTimeAt(act.at), text: actText(act, lang) }))}
            />
          ) : (
            <Box title={say.justDone}>
              <p class="muted">{say.nothingYet}</p>
            </Box>
          )}
          <Box title={say.today}>
            <Facts
              small
              rows={[
                [say.lentToday, formatCount(today.lentToday, lang)],
                [say.returnedToday, formatCount(today.returnedToday, lang)],
                [say.dueToday, formatCount(today.dueToday, lang)],
                [say.overdueNow, <a href={overduePath(institution.code)}>{formatCount(today.overdue, lang)}</a>],
              ]}
            />
          </Box>
        </div>
      </div>
      {props.done !== null && <UndoBar lang={lang} done={props.done} />}
    </Page>
  )
}

interface DesksPageProps {
  readonly frame: Frame
  readonly desks: readonly { readonly code: string; readonly name: string }[]
}

export const DesksPage = ({ frame, desks }: DesksPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.chooseDesk} staff>
      <h1>{say.chooseDesk}</h1>
      {desks.length === 0 ? (
        <Notice kind="care">
          <p>{say.noDesk}</p>
        </Notice>
      ) : (
        <>
          <p class="muted">{say.chooseDeskHelp}</p>
          <ul class="list plain-list">
            {desks.map(desk => (
              <li>
                <a href={deskAt(desk.code, 'muon', null)}>{desk.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

interface OverduePageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly lines: readonly (LoanLine & { readonly reader: string })[]
}

/** Made to be printed and taken along on the rounds. */
export const OverduePage = ({ frame, institution, lines }: OverduePageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={`${say.overdueList} · ${institution.name}`} staff>
      <h1>{`${say.overdueList} · ${institution.name}`}</h1>
      <DataTable
        lang={lang}
        caption={say.overdueList}
        captionHidden
        rows={lines}
        empty={say.noOverdue}
        columns={[
          { label: say.patron, head: true, cell: line => line.reader },
          { label: say.item, cell: line => `${line.title} (${line.barcode})` },
          { label: say.due, cell: line => formatDate(line.dueOn, lang) },
          { label: say.state, cell: line => <LoanState line={line} lang={lang} /> },
        ]}
      />
    </Page>
  )
}
