import type { Language } from '../../kernel/language.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import { weekdayName } from '../../kernel/opening-hours-words.ts'
import {
  ActForm,
  Actions,
  Choices,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Section,
  TextArea,
  TextField,
} from '../../site/index.ts'
import { editableContacts } from './forms.ts'
import { hoursField, weekdays, writtenHours } from './hours-form.ts'
import type { Institution } from './institution.ts'
import { words } from './messages.ts'
import { capital } from './open-state.ts'
import { paths } from './paths.ts'
import { defaultPolicy, type LoanPolicy, type OwnPolicy } from './policy.ts'

interface EditPageProps {
  readonly frame: Frame
  readonly institution: Institution
  /** What holds where a rule is left empty; null for a root, which falls back on the default. */
  readonly inherited: LoanPolicy | null
  readonly form: FormState
  readonly act: string
}

interface Part {
  readonly institution: Institution
  readonly form: FormState
  readonly lang: Language
}

const textOf = (text: LocalizedText, lang: string): string => text.find(entry => entry.lang === lang)?.text ?? ''

const Names = ({ institution, form, lang }: Part) => {
  const say = words(lang)
  return (
    <>
      <TextField name="name" label={say.nameVi} lang="vi" value={textOf(institution.name, 'vi')} form={form} />
      <Choices
        legend={say.nameWas}
        name="name-was"
        pick="one"
        choices={[
          { value: 'renamed', label: say.renamed },
          { value: 'misspelt', label: say.misspelt },
        ]}
        chosen={[form.typed['name-was'] ?? 'renamed']}
      />
      <TextField name="name-en" label={say.nameEn} lang="en" value={textOf(institution.name, 'en')} form={form} />
      <TextArea
        name="about"
        label={say.about}
        help={say.aboutHelp}
        value={textOf(institution.about, 'vi')}
        form={form}
      />
      <TextArea name="about-en" label={say.aboutEn} value={textOf(institution.about, 'en')} form={form} />
    </>
  )
}

const inputTypes = { phone: 'tel', email: 'email', web: 'url' } as const

const Contacts = ({ institution, form, lang }: Part) => {
  const say = words(lang)
  return (
    <Section title={say.contacts}>
      {editableContacts.map(kind => (
        <TextField
          name={kind}
          label={say.contactKinds[kind]}
          type={inputTypes[kind]}
          help={say.contactHelp}
          value={institution.contacts.find(contact => contact.kind === kind)?.value ?? ''}
          form={form}
        />
      ))}
    </Section>
  )
}

const Hours = ({ institution, form, lang }: Part) => {
  const say = words(lang)
  return (
    <Section title={say.hours}>
      <p class="small muted">{say.hoursHelp}</p>
      {weekdays.map(day => (
        <TextField
          name={hoursField(day)}
          label={capital(weekdayName(day, lang))}
          value={writtenHours(institution.hours, day)}
          form={form}
        />
      ))}
      <p class="small muted">{say.hoursKept}</p>
    </Section>
  )
}

const Access = ({ institution, form, lang }: Part) => {
  const say = words(lang)
  return (
    <Section title={say.accessibility}>
      <TextArea
        name="accessibility"
        label={say.accessibility}
        help={say.accessibilityHelp}
        value={textOf(institution.accessibility, 'vi')}
        form={form}
      />
      <TextField
        name="languages"
        label={say.languages}
        help={say.languagesHelp}
        value={institution.languages.join(', ')}
        form={form}
      />
    </Section>
  )
}

const rules = ['loanDays', 'maxLoans', 'renewals', 'graceDays'] as const satisfies readonly (keyof OwnPolicy)[]

const Policy = ({ institution, form, lang, inherited }: Part & { readonly inherited: LoanPolicy }) => {
  const say = words(lang)
  return (
    <Section title={say.lending}>
      {rules.map(rule => (
        <TextField
          name={rule}
          label={say[rule]}
          inputmode="numeric"
          help={say.ruleHelp(formatCount(inherited[rule], lang))}
          value={String(institution.policy[rule] ?? '')}
          form={form}
        />
      ))}
    </Section>
  )
}

export const EditPage = ({ frame, institution, inherited, form, act }: EditPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const part = { institution, form, lang }
  const name = textOf(institution.name, 'vi')
  return (
    <Page frame={frame} title={say.editTitle(name)} staff>
      <ErrorSummary lang={lang} title={say.editRefused(formatCount(form.errors.length, lang))} form={form} />
      <h1>{say.editTitle(name)}</h1>
      <ActForm action={paths.edit(institution.code)} act={act} label={say.editTitle(name)}>
        <Names {...part} />
        <Contacts {...part} />
        <Hours {...part} />
        <Access {...part} />
        <Policy {...part} inherited={inherited ?? defaultPolicy} />
        <Actions submit={say.save} back={{ href: paths.institution(institution.code), label: say.back }} />
      </ActForm>
    </Page>
  )
}
