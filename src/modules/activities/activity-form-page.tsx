import {
  ActForm,
  type Choice,
  Choices,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../site/index.ts'
import { spokenLanguages } from '../institutions/index.ts'
import { activityKinds, audienceKinds } from './activity.ts'
import { fields } from './activity-form.ts'
import { staffWords, words } from './messages.ts'

interface FormPageProps {
  readonly frame: Frame
  readonly heading: string
  readonly action: string
  readonly back: string
  /** The state of the event that is shown; null for a new one. */
  readonly seen: string | null
  readonly values: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  readonly facilities: readonly Choice[]
  readonly communes: readonly Choice[]
  readonly form: FormState
  readonly act: string
  /** A draft, or a new one: publishing is offered. */
  readonly draft: boolean
}

/** Languages that most events are held in; the others are folded away. */
const usual = ['vi', 'hmn', 'ium', 'tyz', 'pcc', 'en']

/** The form of an event, for a new one and for changes alike. */
export const ActivityFormPage = (props: FormPageProps) => {
  const { frame, heading, form, values } = props
  const { lang } = frame
  const say = staffWords(lang)
  const labels = say.fields
  const given = (name: string, label: string, help?: string) => ({
    name,
    label,
    form,
    value: values[name] ?? '',
    ...(help === undefined ? {} : { help }),
  })
  const choiceOf = ({ tag, ...names }: (typeof spokenLanguages)[number]) => ({ value: tag, label: names[lang] })
  const isUsual = ({ tag }: { tag: string }) => usual.includes(tag) || props.languages.includes(tag)
  const rare = spokenLanguages.filter(language => !isUsual(language))
  return (
    <Page frame={frame} title={heading} staff>
      <ErrorSummary lang={lang} title={say.notSaved(formatCount(form.errors.length, lang))} form={form} />
      <h1>{heading}</h1>
      <ActForm action={props.action} act={props.act} label={heading}>
        {props.seen !== null && <input type="hidden" name="da-thay" value={props.seen} />}
        <TextField {...given(fields.title, labels.title)} lang="vi" />
        <TextArea {...given(fields.description, labels.description)} rows={5} />
        <SelectField
          {...given(fields.kind, labels.kind)}
          choices={activityKinds.map(kind => ({ value: kind, label: words(lang).kinds[kind] }))}
        />
        <Section title={say.timeAndPlace} class="grid halves">
          <div>
            <TextField {...given(fields.day, labels.day)} type="date" />
            <TextField {...given(fields.from, labels.from, labels.timeHelp)} />
            <TextField {...given(fields.to, labels.to)} />
            <TextField {...given(fields.endDay, labels.endDay, labels.endDayHelp)} type="date" />
          </div>
          <div>
            <SelectField
              {...given(fields.facility, labels.facility)}
              choices={[...props.facilities, { value: '', label: labels.otherPlace }]}
            />
            <TextField {...given(fields.where, labels.where, labels.whereHelp)} />
            <SelectField
              {...given(fields.commune, labels.commune, labels.communeHelp)}
              choices={[{ value: '', label: labels.noCommune }, ...props.communes]}
            />
          </div>
        </Section>
        <Section title={say.signingUp} class="grid halves">
          <div>
            <TextField {...given(fields.capacity, labels.capacity, labels.capacityHelp)} inputmode="numeric" />
            <TextField {...given(fields.cost, labels.cost, labels.costHelp)} inputmode="numeric" />
          </div>
          <div>
            <TextField {...given(fields.opensDay, labels.opensDay)} type="date" />
            <TextField {...given(fields.opensTime, labels.opensTime)} />
            <TextField {...given(fields.closesDay, labels.closesDay)} type="date" />
            <TextField {...given(fields.closesTime, labels.closesTime)} />
          </div>
        </Section>
        <Section title={say.forWhom} class="grid halves">
          <div>
            <SelectField
              {...given(fields.audience, labels.audience)}
              choices={audienceKinds.map(kind => ({ value: kind, label: words(lang).audiences[kind] }))}
            />
            <TextField {...given(fields.audienceNote, labels.audienceNote, labels.audienceNoteHelp)} />
            <TextField {...given(fields.accessibility, labels.accessibility, labels.accessibilityHelp)} />
            <TextField {...given(fields.titleEn, labels.titleEn)} lang="en" />
            <TextArea {...given(fields.descriptionEn, labels.descriptionEn)} rows={3} />
          </div>
          <div>
            <Choices
              legend={labels.languages}
              name={fields.languages}
              pick="many"
              choices={spokenLanguages.filter(isUsual).map(choiceOf)}
              chosen={props.languages}
            />
            <details>
              <summary>{say.moreLanguages}</summary>
              {rare.map(language => (
                <label class="choice">
                  <input type="checkbox" name={fields.languages} value={language.tag} />
                  {language[lang]}
                </label>
              ))}
            </details>
          </div>
        </Section>
        <p class="row actions">
          <button type="submit" name="dang" value={props.draft ? 'co' : ''} class="wide">
            {props.draft ? say.saveAndPublish : say.save}
          </button>
          {props.draft && (
            <button type="submit" name="nhap" value="co" class="wide quiet">
              {say.saveDraft}
            </button>
          )}
          <a href={props.back}>{say.back}</a>
        </p>
      </ActForm>
    </Page>
  )
}
