import type { Language } from '../../kernel/language.ts'
import {
  ActForm,
  Actions,
  Choices,
  ErrorSummary,
  emptyForm,
  type FormState,
  type Frame,
  Notice,
  Page,
  Section,
  State,
  TextField,
} from '../../site/index.ts'
import { accountPath, type Contact, formatPhone } from '../people/index.ts'
import { words } from './messages.ts'
import type { OwnLetters } from './own-routes.tsx'
import { dropContactPath, ownLettersPath, ownWishesPath } from './paths.ts'
import { subjects } from './topic.ts'

const AddressState = ({ lang, email }: { lang: Language; email: Contact }) => {
  const say = words(lang)
  return email.confirmedAt === null ? (
    <State kind="few">{say.toConfirm}</State>
  ) : (
    <State kind="there">{say.confirmed}</State>
  )
}

/** On a person's own page: the address, what goes to it, and where to change both. */
export const OwnLettersPart = ({ lang, letters }: { lang: Language; letters: OwnLetters }) => {
  const say = words(lang)
  const { email, wanted } = letters
  return (
    <>
      {email === null ? (
        <p>{say.noAddress}</p>
      ) : (
        <>
          <p>
            <bdi>{email.value}</bdi> <AddressState lang={lang} email={email} />
          </p>
          {email.confirmedAt !== null && <p>{say.wishesNow(wanted.map(subject => say.subjects[subject]))}</p>}
        </>
      )}
      <p>
        <a href={ownLettersPath}>{email === null ? say.giveAddress : say.change}</a>
      </p>
    </>
  )
}

interface OwnLettersPageProps {
  readonly frame: Frame
  readonly letters: OwnLetters
  readonly done?: string
  readonly form?: FormState
  readonly act: string
  readonly newAct: () => string
}

const Drop = ({ lang, contact, act }: { lang: Language; contact: Contact; act: string }) => {
  const label = words(lang).drop[contact.kind]
  return (
    <ActForm action={dropContactPath} act={act} label={label}>
      <input type="hidden" name="loai" value={contact.kind} />
      <p class="row actions">
        <button type="submit" class="quiet">
          {label}
        </button>
      </p>
    </ActForm>
  )
}

const Wishes = ({ lang, letters, act }: { lang: Language; letters: OwnLetters; act: string }) => {
  const say = words(lang)
  return (
    <ActForm action={ownWishesPath} act={act} label={say.wishes}>
      <Choices
        legend={say.own}
        name="muc"
        pick="many"
        choices={subjects.map(value => ({ value, label: `${say.subjects[value]}: ${say.subjectHelp[value]}` }))}
        chosen={letters.wanted}
      />
      <Actions submit={say.save} quiet />
    </ActForm>
  )
}

export const OwnLettersPage = ({ frame, letters, done, form = emptyForm, act, newAct }: OwnLettersPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { email, phone } = letters
  return (
    <Page frame={frame} title={say.own}>
      <ErrorSummary lang={lang} title={say.notKept} form={form} />
      {done !== undefined && (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      )}
      <h1>{say.own}</h1>
      {email !== null && (
        <Section title={say.address}>
          <p>
            <bdi>{email.value}</bdi> <AddressState lang={lang} email={email} />
          </p>
          {email.confirmedAt === null && <p>{say.toConfirmHelp(email.value)}</p>}
          <Drop lang={lang} contact={email} act={newAct()} />
        </Section>
      )}
      {email !== null && (
        <Section title={say.wishes}>
          <Wishes lang={lang} letters={letters} act={newAct()} />
        </Section>
      )}
      <ActForm action={ownLettersPath} act={act} label={say.address}>
        <TextField
          name="thu"
          type="email"
          inputmode="email"
          autocomplete="email"
          label={email === null ? say.address : say.otherAddress}
          help={say.addressHelp}
          form={form}
        />
        <Choices
          legend={say.agreement}
          name="dong-y"
          pick="many"
          choices={[{ value: 'co', label: say.agree }]}
          chosen={form.typed['dong-y'] === 'co' ? ['co'] : []}
          form={form}
        />
        <Actions submit={say.send} back={{ href: accountPath, label: say.back }} />
      </ActForm>
      {phone !== null && (
        <Section title={say.phone}>
          <p>
            <span class="digits">{formatPhone(phone.value)}</span> <span class="muted">{say.phoneHelp}</span>
          </p>
          <Drop lang={lang} contact={phone} act={newAct()} />
        </Section>
      )}
    </Page>
  )
}
