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
import { fieldLabel, type ObjectField } from './fields.ts'
import { shownField } from './forms.ts'
import { words } from './messages.ts'
import { registerPath } from './paths.ts'
import { shownChoices } from './register.ts'

interface EditPageProps {
  readonly frame: Frame
  readonly heading: string
  readonly action: string
  readonly code: string
  /** The state of the object that is shown; null for a new one. */
  readonly seen: string | null
  /** What stands in the fields at first. */
  readonly values: Readonly<Record<string, string>>
  readonly form: FormState
  readonly act: string
}

/** The form of an object, for a new one and for corrections alike. */
export const EditPage = ({ frame, heading, action, code, seen, values, form, act }: EditPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const given = (id: ObjectField, help?: string) => ({
    name: id,
    label: fieldLabel(id, lang),
    form,
    value: values[id] ?? '',
    ...(help === undefined ? {} : { help }),
  })
  return (
    <Page frame={frame} title={heading} staff>
      <ErrorSummary lang={lang} title={say.notSaved(formatCount(form.errors.length, lang))} form={form} />
      <h1>{heading}</h1>
      <ActForm action={action} act={act} label={heading}>
        {seen !== null && <input type="hidden" name="da-thay" value={seen} />}
        <TextField {...given('number', say.numberHelp)} />
        <TextField {...given('title')} lang="vi" />
        <TextField {...given('titleEn')} lang="en" />
        <TextField {...given('otherTitles', say.otherTitlesHelp)} />
        <TextField {...given('kind')} />
        <TextArea {...given('description')} />
        <Choices
          legend={say.whoSees}
          help={say.whoSeesHelp}
          name={shownField}
          pick="one"
          choices={shownChoices.map(choice => ({ value: choice, label: say.shownChoices[choice] }))}
          chosen={[form.typed[shownField] ?? values[shownField] ?? 'by-rule']}
          form={form}
        />
        <Section title={say.more}>
          <TextField {...given('makers', say.makersHelp)} />
          <TextField {...given('date', say.dateHelp)} />
          <TextField {...given('material')} />
          <TextField {...given('dimensions')} />
          <TextField {...given('origin')} />
          <TextField {...given('rights')} />
          <TextField {...given('creditLine')} />
          <TextArea {...given('provenance', say.provenanceHelp)} />
          <TextField {...given('image', say.imageHelp)} />
        </Section>
        <Actions submit={say.save} back={{ href: registerPath(code), label: say.back }} />
      </ActForm>
    </Page>
  )
}
