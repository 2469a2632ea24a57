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
  State,
  TextField,
} from '../../site/index.ts'
import { type Card, type Contact, formatPhone, type Person, readersPath } from '../people/index.ts'
import { words } from './messages.ts'
import { cardContactPath } from './paths.ts'

interface ContactPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly card: Card
  readonly person: Person
  readonly contacts: readonly Contact[]
  readonly done?: string
  readonly form?: FormState
  readonly act: string
}

/** How the desk reaches one reader. */
export const ContactPage = (props: ContactPageProps) => {
  const { frame, institution, card, person, contacts, form = emptyForm } = props
  const say = words(frame.lang)
  const email = contacts.find(one => one.kind === 'email')
  const phone = contacts.find(one => one.kind === 'phone')
  return (
    <Page frame={frame} title={say.contactTitle} staff>
      <ErrorSummary lang={frame.lang} title={say.contactNotSaved} form={form} />
      {props.done !== undefined && (
        <Notice kind="done" role="status">
          <p>{props.done}</p>
        </Notice>
      )}
      <h1>{say.contactOf(person.displayName)}</h1>
      <p>
        {say.card} <span class="digits">{card.number}</span>
        {email && (
          <>
            {' · '}
            {email.confirmedAt === null ? (
              <State kind="few">{say.emailToConfirm}</State>
            ) : (
              <State kind="there">{say.emailConfirmed}</State>
            )}
          </>
        )}
      </p>
      <ActForm action={cardContactPath(card.id)} act={props.act}>
        <TextField
          name="dien-thoai"
          type="tel"
          inputmode="tel"
          autocomplete="off"
          label={say.phone}
          help={say.deskPhoneHelp}
          form={form}
          value={phone === undefined ? '' : formatPhone(phone.value)}
        />
        <TextField
          name="thu"
          type="email"
          inputmode="email"
          autocomplete="off"
          label={say.address}
          help={say.deskEmailHelp}
          form={form}
          value={email?.value ?? ''}
        />
        <Choices
          legend={say.deskAgreement}
          name="dong-y"
          pick="many"
          choices={[{ value: 'co', label: say.deskAgree }]}
          chosen={form.typed['dong-y'] === 'co' ? ['co'] : []}
          form={form}
        />
        <Actions
          submit={say.save}
          back={{
            href: `${readersPath(institution.code)}?${new URLSearchParams({ q: card.number })}`,
            label: say.backToReaders,
          }}
        />
      </ActForm>
    </Page>
  )
}
