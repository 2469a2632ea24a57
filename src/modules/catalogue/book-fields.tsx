import type { Language } from '../../kernel/language.ts'
import { type FormState, Section, SelectField, TextArea, TextField } from '../../site/index.ts'
import type { Book, BookField } from './book.ts'
import { bookNames } from './book-form.ts'
import type { CataloguingPlace } from './cataloguing-places.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { copiesNames } from './copies-form.ts'
import { languageName, offeredLanguages } from './language.ts'

interface Part {
  readonly lang: Language
  readonly form: FormState
  /** What the fields show where nothing was typed; null for a new book. */
  readonly book: Book | null
}

/** How many rows a list has in sight: what is there, and one more. */
const rowsFor = (text: string): number => Math.min(8, Math.max(2, text.split('\n').length + 1))

function fieldProps({ lang, form, book }: Part, field: BookField, help?: string) {
  const value = book?.[field] ?? ''
  return {
    name: bookNames[field],
    label: cataloguingWords(lang).fields[field],
    form,
    value,
    ...(help === undefined ? {} : { help }),
  }
}

const Lines = ({ part, field, help }: { part: Part; field: BookField; help: string }) => {
  const props = fieldProps(part, field, help)
  return <TextArea {...props} rows={rowsFor(part.form.typed[props.name] ?? props.value)} />
}

const LanguageField = ({ part }: { part: Part }) => {
  const { lang } = part
  const props = fieldProps(part, 'language')
  const tags = [...new Set([...offeredLanguages, ...(props.value === '' ? [] : [props.value])])]
  const choices = tags.map(tag => ({ value: tag, label: languageName(tag, lang) }))
  return <SelectField {...props} choices={[{ value: '', label: cataloguingWords(lang).languageUnknown }, ...choices]} />
}

/** What the book says of itself, in the order of its title page. */
export const BookFields = (part: Part) => {
  const say = cataloguingWords(part.lang)
  return (
    <>
      <Section title={say.partTitle}>
        <TextField {...fieldProps(part, 'title')} maxlength={500} />
        <TextField {...fieldProps(part, 'volume', say.volumeHelp)} maxlength={500} />
        <Lines part={part} field="people" help={say.peopleHelp} />
      </Section>
      <Section title={say.partPublished} class="grid halves">
        <TextField {...fieldProps(part, 'publicationPlace')} maxlength={500} />
        <TextField {...fieldProps(part, 'publisher')} maxlength={500} />
        <TextField {...fieldProps(part, 'date', say.dateHelp)} maxlength={60} />
        <Lines part={part} field="isbns" help={say.isbnHelp} />
        <LanguageField part={part} />
        <TextField {...fieldProps(part, 'extent', say.extentHelp)} maxlength={500} />
        <Lines part={part} field="series" help={say.lineHelp} />
      </Section>
      <Section title={say.partAbout} class="grid halves">
        <Lines part={part} field="subjects" help={say.lineHelp} />
        <TextField {...fieldProps(part, 'classification', say.classificationHelp)} maxlength={120} />
        <Lines part={part} field="notes" help={say.lineHelp} />
      </Section>
    </>
  )
}

export const CopyFields = ({ lang, form }: Pick<Part, 'lang' | 'form'>) => {
  const say = cataloguingWords(lang)
  return (
    <>
      <TextArea name={copiesNames.numbers} label={say.numbers} help={say.numbersHelp} form={form} rows={3} />
      <TextField name={copiesNames.unnumbered} label={say.unnumbered} inputmode="numeric" form={form} />
      <TextField name={copiesNames.callNumber} label={say.callNumber} maxlength={120} form={form} />
      <TextField name={copiesNames.location} label={say.location} maxlength={120} form={form} />
    </>
  )
}

/** Whose copies they are; with one place to choose there is nothing to ask. */
export const PlaceField = ({
  lang,
  form,
  places,
}: Pick<Part, 'lang' | 'form'> & { readonly places: readonly CataloguingPlace[] }) => {
  const say = cataloguingWords(lang)
  const choices = places.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <SelectField
      name="noi"
      label={say.institution}
      choices={choices.length === 1 ? choices : [{ value: '', label: say.chooseInstitution }, ...choices]}
      form={form}
    />
  )
}
