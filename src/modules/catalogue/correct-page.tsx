import {
  ActForm,
  Actions,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
} from '../../site/index.ts'
import type { Book } from './book.ts'
import { BookFields } from './book-fields.tsx'
import { cataloguingWords } from './cataloguing-words.ts'
import { shownTitle } from './describe.ts'
import type { KeptEdition } from './grouping-store.ts'
import { cataloguingPaths, workPath } from './paths.ts'

interface CorrectPageProps {
  readonly frame: Frame
  readonly edition: KeptEdition
  /** What the record says now; sent back with the form, so that only what a person changed is written. */
  readonly book: Book
  readonly form: FormState
  readonly act: string
  /** What is wrong with the form as a whole, with no field to lead to. */
  readonly notices: readonly string[]
}

export const CorrectPage = ({ frame, edition, book, form, act, notices }: CorrectPageProps) => {
  const { lang } = frame
  const say = cataloguingWords(lang)
  const title = say.correctTitle(shownTitle(edition.facts.title, edition.facts.volume, lang))
  return (
    <Page frame={frame} title={title} staff>
      <ErrorSummary lang={lang} title={say.refusedForm(formatCount(form.errors.length, lang))} form={form} />
      <div class="flow">
        <h1>{title}</h1>
        {notices.length > 0 && (
          <Notice kind="refusal" role="alert">
            {notices.map(notice => (
              <p>{notice}</p>
            ))}
          </Notice>
        )}
        <p>{book.title === '' ? say.titleMissing : say.correctLead}</p>
        <p class="row">
          <a href={cataloguingPaths.copiesOf(edition.id)}>{say.seeCopies}</a>
          <a href={cataloguingPaths.grouping(edition.id)}>{say.seeGrouping}</a>
        </p>
      </div>
      <ActForm action={cataloguingPaths.correct(edition.id)} act={act} label={title}>
        <input type="hidden" name="da-hien" value={JSON.stringify(book)} />
        <BookFields lang={lang} form={form} book={book} />
        <Actions submit={say.saveCorrection} back={{ href: workPath(edition.work), label: say.backToBook }} />
      </ActForm>
    </Page>
  )
}
