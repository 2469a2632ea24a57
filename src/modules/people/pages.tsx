import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { formatCount } from '../../site/count.ts'
import { DataTable } from '../../site/data-table.tsx'
import { Facts } from '../../site/facts.tsx'
import { PasswordField, SelectField, TextField } from '../../site/field.tsx'
import { ActForm, Actions, ErrorSummary, emptyForm, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice } from '../../site/notice.tsx'
import { Pager } from '../../site/pager.tsx'
import { Qr } from '../../site/qr.tsx'
import { Section } from '../../site/section.tsx'
import { State } from '../../site/state.tsx'
import type { Card } from './card.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { minimumPasswordLength } from './password.ts'
import {
  accountPath,
  codePath,
  endSessionPath,
  newReaderPath,
  passwordPath,
  readersPath,
  renewCardPath,
  secondFactorPath,
  signInPath,
} from './paths.ts'
import type { OwnPart } from './port.ts'
import type { Reader, SessionRow } from './store.ts'

export const words = (lang: Language) => (lang === 'en' ? en : vi)

export const SignInPage = ({ frame, form = emptyForm, back }: { frame: Frame; form?: FormState; back: string }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.signIn}>
      <ErrorSummary lang={frame.lang} title={say.notSignedIn} form={form} />
      <h1>{say.signIn}</h1>
      <p class="muted">{say.signInLead}</p>
      <ActForm action={signInPath}>
        <input type="hidden" name="ve" value={back} />
        <TextField name="ten" label={say.login} form={form} autocomplete="username" />
        <PasswordField name="mat-khau" label={say.password} form={form} />
        <Actions submit={say.signIn} />
      </ActForm>
    </Page>
  )
}

export const CodePage = ({ frame, form = emptyForm, back }: { frame: Frame; form?: FormState; back: string }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.enterCode}>
      <ErrorSummary lang={frame.lang} title={say.notSignedIn} form={form} />
      <h1>{say.enterCode}</h1>
      <p class="muted">{say.enterCodeLead}</p>
      <ActForm action={codePath}>
        <input type="hidden" name="ve" value={back} />
        <TextField name="ma" label={say.code} form={form} inputmode="numeric" autocomplete="one-time-code" autofocus />
        <Actions submit={say.goOn} />
      </ActForm>
    </Page>
  )
}

interface SecondFactorPageProps {
  readonly frame: Frame
  readonly form?: FormState
  /** Null when the account has a second factor already. */
  readonly setUp: { readonly secret: string; readonly address: string } | null
}

export const SecondFactorPage = ({ frame, form = emptyForm, setUp }: SecondFactorPageProps) => {
  const say = words(frame.lang)
  return (
    <Page
      frame={frame}
      title={say.protect}
      crumbs={[{ href: accountPath, label: say.account }, { label: say.protect }]}
    >
      <ErrorSummary lang={frame.lang} title={say.notSaved} form={form} />
      <h1>{say.protect}</h1>
      <p class="muted">{say.protectLead}</p>
      {setUp === null ? (
        <Notice kind="done">
          <p>{say.protectedAlready}</p>
        </Notice>
      ) : (
        <>
          <ol class="steps">
            {say.protectSteps.map(step => (
              <li>{step}</li>
            ))}
          </ol>
          <Qr lang={frame.lang} address={setUp.address} />
          <Facts rows={[[say.key, <code>{setUp.secret}</code>]]} />
          <ActForm action={secondFactorPath}>
            <input type="hidden" name="khoa" value={setUp.secret} />
            <TextField name="ma" label={say.code} form={form} inputmode="numeric" autocomplete="one-time-code" />
            <Actions submit={say.turnOn} />
          </ActForm>
        </>
      )}
    </Page>
  )
}

interface AccountPageProps {
  readonly frame: Frame
  readonly form?: FormState
  readonly done?: string
  readonly sessions: readonly SessionRow[]
  readonly current: string
  readonly protected: boolean
  /** What other modules can tell about this person, under their own headings. */
  readonly own: readonly OwnPart[]
  readonly act: string
}

export const AccountPage = (props: AccountPageProps) => {
  const { frame, form = emptyForm, sessions } = props
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.account}>
      <ErrorSummary lang={frame.lang} title={say.notSaved} form={form} />
      {props.done !== undefined && (
        <Notice kind="done" role="status">
          <p>{props.done}</p>
        </Notice>
      )}
      <h1>{frame.viewer.name ?? say.account}</h1>
      {props.own.map(part => (
        <Section title={part.title}>{part.content}</Section>
      ))}
      <Section title={say.protect}>
        {props.protected ? (
          <p>
            <State kind="there">{say.protectedAlready}</State>
          </p>
        ) : (
          <p>
            <a href={secondFactorPath}>{say.turnOn}</a>
          </p>
        )}
      </Section>
      <Section title={say.devices}>
        <DataTable
          lang={frame.lang}
          caption={say.devices}
          captionHidden
          rows={sessions}
          empty=""
          columns={[
            {
              label: say.devices,
              head: true,
              cell: session =>
                `${session.device || say.unknownDevice}${session.id === props.current ? ` (${say.thisDevice})` : ''}`,
            },
            { label: say.lastUsed, cell: session => formatInstant(session.seenAt, frame.lang) },
            {
              label: '',
              cell: session =>
                session.id === props.current ? null : (
                  <ActForm action={endSessionPath} label={say.endSession}>
                    <input type="hidden" name="phien" value={session.id} />
                    <button type="submit" class="quiet">
                      {say.endSession}
                    </button>
                  </ActForm>
                ),
            },
          ]}
        />
      </Section>
      <Section title={say.changePassword}>
        <ActForm action={passwordPath} act={props.act}>
          <PasswordField name="mat-khau" label={say.currentPassword} form={form} />
          <PasswordField
            name="moi"
            label={say.newPassword}
            help={say.newPasswordHelp(minimumPasswordLength)}
            form={form}
            fresh
          />
          <PasswordField name="lai" label={say.repeatPassword} form={form} fresh />
          <Actions submit={say.changePassword} />
        </ActForm>
      </Section>
    </Page>
  )
}

interface ReadersPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly query: string
  readonly readers: readonly Reader[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly today: LocalDate
  readonly deskPath: (card: string) => string
  readonly done?: string
  readonly newAct: () => string
}

const CardState = ({ card, today, lang }: { card: Card; today: LocalDate; lang: Language }) => {
  const say = words(lang)
  if (card.state !== 'valid') return <State kind="late">{say.cardStates[card.state]}</State>
  return card.expiresOn < today ? (
    <State kind="late">{say.expired}</State>
  ) : (
    <State kind="there">{say.cardStates.valid}</State>
  )
}

export const ReadersPage = (props: ReadersPageProps) => {
  const { frame, institution, today } = props
  const say = words(frame.lang)
  const path = readersPath(institution.code)
  return (
    <Page frame={frame} title={say.readersAt(institution.name)} staff>
      {props.done !== undefined && (
        <Notice kind="done" role="status">
          <p>{props.done}</p>
        </Notice>
      )}
      <h1>{say.readersAt(institution.name)}</h1>
      <form action={path} role="search">
        <TextField name="q" label={say.findReader} type="search" value={props.query} autofocus />
        <p class="row actions">
          <button type="submit">{say.find}</button>
          <a class="button quiet" href={newReaderPath(institution.code)}>
            {say.newReader}
          </a>
        </p>
      </form>
      <p class="muted">{say.found(formatCount(props.total, frame.lang))}</p>
      <DataTable
        lang={frame.lang}
        caption={say.readers}
        captionHidden
        rows={props.readers}
        empty={say.noReaders}
        columns={[
          { label: say.name, head: true, cell: reader => reader.person.displayName },
          { label: say.card, cell: reader => <span class="digits">{reader.card.number}</span> },
          { label: say.kind, cell: reader => say.kinds[reader.person.kind] },
          { label: say.cardUntil, cell: reader => formatDate(reader.card.expiresOn, frame.lang) },
          { label: say.state, cell: reader => <CardState card={reader.card} today={today} lang={frame.lang} /> },
          {
            label: '',
            cell: reader => (
              <span class="row">
                <a href={props.deskPath(reader.card.number)}>{say.toDesk}</a>
                <ActForm action={renewCardPath(reader.card.id)} act={props.newAct()} label={say.renew}>
                  <button type="submit" class="quiet">
                    {say.renew}
                  </button>
                </ActForm>
              </span>
            ),
          },
        ]}
      />
      <Pager
        lang={frame.lang}
        page={props.page}
        pages={Math.ceil(props.total / props.pageSize)}
        href={page => `${path}?${new URLSearchParams({ q: props.query, trang: String(page) })}`}
      />
    </Page>
  )
}

interface NewReaderPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly form?: FormState
  readonly act: string
}

export const NewReaderPage = ({ frame, institution, form = emptyForm, act }: NewReaderPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.newReader} staff>
      <ErrorSummary lang={frame.lang} title={say.notIssued} form={form} />
      <h1>{`${say.newReader} · ${institution.name}`}</h1>
      <ActForm action={newReaderPath(institution.code)} act={act}>
        <TextField name="ho-ten" label={say.name} help={say.nameHelp} form={form} maxlength={200} autofocus />
        <SelectField
          name="nhom"
          label={say.kind}
          form={form}
          value="adult"
          choices={(['adult', 'student', 'child'] as const).map(kind => ({ value: kind, label: say.kinds[kind] }))}
        />
        <Actions submit={say.issue} back={{ href: readersPath(institution.code), label: say.backToReaders }} />
      </ActForm>
    </Page>
  )
}
