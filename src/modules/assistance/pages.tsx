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
  Refusal,
  type ResultItem,
  ResultList,
  Section,
  SelectField,
  TextField,
} from '../../site/index.ts'
import { consents } from '../people/index.ts'
import { words } from './messages.ts'
import type { Choice } from './one-thing.ts'
import { assistPath, turnPath } from './paths.ts'

export interface Told {
  readonly kind: 'done' | 'info'
  readonly text: string
  /** To be told to the person before they go. */
  readonly code?: string
}

interface BeginPageProps {
  readonly frame: Frame
  readonly act: string
  readonly form?: FormState
  /** Where this helper may help. */
  readonly places: readonly { readonly code: string; readonly name: string }[]
  /** How the last turn ended. */
  readonly told?: Told
}

/** The person's card and their consent: before that, nobody is shown. */
export const BeginPage = ({ frame, act, form = emptyForm, places, told }: BeginPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const [only] = places.length === 1 ? places : []
  return (
    <Page frame={frame} title={say.assist} staff>
      {told && (
        <Notice kind={told.kind} role="status">
          <p>{told.text}</p>
          {told.code !== undefined && (
            <p>
              {say.codeIs} <b>{told.code}</b>
            </p>
          )}
        </Notice>
      )}
      <ErrorSummary lang={lang} title={say.notOpened} form={form} />
      <h1>{say.assist}</h1>
      <p class="muted">{say.lead}</p>
      <ActForm action={assistPath} act={act}>
        {only === undefined ? (
          <SelectField
            name="noi"
            label={say.place}
            form={form}
            choices={[
              { value: '', label: say.choosePlace },
              ...places.map(place => ({ value: place.code, label: place.name })),
            ]}
          />
        ) : (
          <input type="hidden" name="noi" value={only.code} />
        )}
        <TextField name="the" label={say.card} help={say.cardHelp} form={form} autocomplete="off" maxlength={40} />
        <Choices
          legend={say.consent}
          help={say.consentHelp}
          name="dong-y"
          pick="one"
          choices={consents.map(consent => ({ value: consent, label: say.consents[consent] }))}
          chosen={[form.typed['dong-y'] ?? '']}
          form={form}
        />
        <Actions submit={say.begin} />
      </ActForm>
    </Page>
  )
}

/** Whose turn it is, by first name, and what a turn is. */
export const WhoseTurn = ({ lang, name, until }: { lang: Frame['lang']; name: string; until: string }) => {
  const say = words(lang)
  return (
    <div class="flow">
      <h1>
        <bdi>{say.helping(name)}</bdi>
      </h1>
      <Notice>
        <p>{say.whoActs(name, until)}</p>
      </Notice>
    </div>
  )
}

interface TurnPageProps {
  readonly frame: Frame
  readonly turn: string
  readonly name: string
  /** By the clock of Vietnam, as `09:10`. */
  readonly until: string
  readonly choices: readonly Choice[]
  /** What the person can be signed up for, each leading to its form. */
  readonly events: readonly ResultItem[]
  /** A fresh id for each form. */
  readonly newAct: () => string
  readonly refused?: readonly string[]
}

const OneThing = ({ turn, choice, act }: { turn: string; choice: Choice; act: string }) => (
  <ActForm action={turnPath(turn)} act={act} label={`${choice.button}: ${choice.about}`}>
    <p class="row">
      <span>{choice.about}</span>
      <button type="submit" name="viec" value={choice.value} class="quiet">
        {choice.button}
      </button>
    </p>
  </ActForm>
)

/** A person's turn: whose it is by first name, what one thing can be done, and the way to close it. */
export const TurnPage = ({ frame, turn, name, until, choices, events, newAct, refused }: TurnPageProps) => {
  const say = words(frame.lang)
  const groups = (['loans', 'history', 'reminders'] as const).filter(group => choices.some(one => one.group === group))
  return (
    <Page frame={frame} title={say.assist} staff>
      {refused && <Refusal title={say.notDone} reasons={refused} />}
      <WhoseTurn lang={frame.lang} name={name} until={until} />
      {groups.map(group => (
        <Section title={say.groups[group]}>
          <div class="flow">
            {choices
              .filter(choice => choice.group === group)
              .map(choice => (
                <OneThing turn={turn} choice={choice} act={newAct()} />
              ))}
          </div>
        </Section>
      ))}
      {events.length > 0 && (
        <Section title={say.signUpTo}>
          <ResultList items={events} />
        </Section>
      )}
      <ActForm action={turnPath(turn)} act={newAct()} label={say.close}>
        <p class="row actions">
          <button type="submit" name="viec" value="khep" class="quiet">
            {say.close}
          </button>
        </p>
      </ActForm>
    </Page>
  )
}
