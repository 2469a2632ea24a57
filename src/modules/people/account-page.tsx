import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { DataTable } from '../../site/data-table.tsx'
import { ActForm } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice } from '../../site/notice.tsx'
import { Section } from '../../site/section.tsx'
import { State } from '../../site/state.tsx'
import type { LookPurpose } from './look.ts'
import { words } from './messages.ts'
import { endSessionPath, erasePath, historyPath, ownDataPath, passwordPath, secondFactorPath } from './paths.ts'
import type { OwnPart } from './port.ts'
import type { SessionRow } from './session-store.ts'

export interface LookShown {
  readonly where: string
  readonly purpose: LookPurpose
  readonly on: LocalDate
}

interface AccountPageProps {
  readonly frame: Frame
  readonly done?: string
  readonly sessions: readonly SessionRow[]
  /** The id of the session that asks. */
  readonly current: string
  readonly protected: boolean
  /** Whether what they returned stays on this page, as they chose. */
  readonly keepsHistory: boolean
  readonly act: string
  /** What other modules can tell about this person, under their own headings. */
  readonly own: readonly OwnPart[]
  /** Where staff had this person's record before them. */
  readonly looks: readonly LookShown[]
}

const Devices = ({ lang, sessions, current }: Pick<AccountPageProps, 'sessions' | 'current'> & { lang: Language }) => {
  const say = words(lang)
  return (
    <DataTable
      lang={lang}
      caption={say.devices}
      captionHidden
      rows={sessions}
      empty=""
      columns={[
        {
          label: say.devices,
          head: true,
          cell: session =>
            `${session.device || say.unknownDevice}${session.id === current ? ` (${say.thisDevice})` : ''}`,
        },
        { label: say.since, cell: session => formatInstant(session.createdAt, lang) },
        { label: say.lastUsed, cell: session => formatInstant(session.seenAt, lang) },
        {
          label: '',
          cell: session =>
            session.id === current ? null : (
              <ActForm action={endSessionPath}>
                <input type="hidden" name="phien" value={session.id} />
                <button type="submit" class="quiet">
                  {say.endSession}
                </button>
              </ActForm>
            ),
        },
      ]}
    />
  )
}

const Looks = ({ lang, looks }: { lang: Language; looks: readonly LookShown[] }) => {
  const say = words(lang)
  return (
    <DataTable<LookShown>
      lang={lang}
      caption={say.looksAtYou}
      captionHidden
      rows={looks}
      empty={say.nobodyLooked}
      columns={[
        { label: say.day, cell: look => <span class="digits">{formatDate(look.on, lang)}</span> },
        { label: say.where, head: true, cell: look => look.where },
        { label: say.lookedFor, cell: look => say.lookPurposes[look.purpose] },
      ]}
    />
  )
}

/** A plain switch: what is the case, and the one button that changes it. */
const HistoryChoice = ({ lang, keeps, act }: { lang: Language; keeps: boolean; act: string }) => {
  const say = words(lang)
  return (
    <ActForm action={historyPath} act={act} label={say.history}>
      <p>{keeps ? say.historyOn : say.historyOff}</p>
      <input type="hidden" name="giu" value={keeps ? 'khong' : 'co'} />
      <p class="row actions">
        <button type="submit" class="quiet">
          {keeps ? say.stopHistory : say.keepHistory}
        </button>
      </p>
    </ActForm>
  )
}

export const AccountPage = (props: AccountPageProps) => {
  const { frame, sessions, current } = props
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.account}>
      {props.done !== undefined && (
        <Notice kind="done" role="status">
          <p>{props.done}</p>
        </Notice>
      )}
      <h1>{frame.viewer.name ?? say.account}</h1>
      {props.own.map(part => (
        <Section title={part.title}>{part.content}</Section>
      ))}
      <Section title={say.history}>
        <HistoryChoice lang={frame.lang} keeps={props.keepsHistory} act={props.act} />
      </Section>
      <Section title={say.ownData}>
        <p>
          <a href={ownDataPath}>{say.ownDataLink}</a>
        </p>
        <p>
          <a href={erasePath}>{say.eraseMe}</a>
        </p>
      </Section>
      <Section title={say.safety}>
        {props.protected ? (
          <p>
            <State kind="there">{say.protectedAlready}</State>
          </p>
        ) : (
          <p>
            <a href={secondFactorPath}>{say.turnOnLink}</a>
          </p>
        )}
        <p>
          <a href={passwordPath}>{say.changePassword}</a>
        </p>
      </Section>
      <Section title={say.devices}>
        <Devices lang={frame.lang} sessions={sessions} current={current} />
        {sessions.length > 1 && (
          <ActForm action={endSessionPath} label={say.endOthers}>
            <p class="row actions">
              <button type="submit" class="quiet">
                {say.endOthers}
              </button>
            </p>
          </ActForm>
        )}
      </Section>
      <Section title={say.looksAtYou}>
        <Looks lang={frame.lang} looks={props.looks} />
      </Section>
    </Page>
  )
}
