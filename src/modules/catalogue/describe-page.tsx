import {
  ActForm,
  Actions,
  Choices,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Section,
} from '../../site/index.ts'
import { BookFields, CopyFields, PlaceField } from './book-fields.tsx'
import type { CataloguingPlace } from './cataloguing-places.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { cataloguingPaths, workPath } from './paths.ts'

/** The edition of the catalogue that the typed book looks like, in words. */
export interface LookAlike {
  readonly edition: string
  readonly work: string
  readonly title: string
  /** People, place, publisher, year, as far as they are known. */
  readonly line: string
  readonly owner: string
  readonly copies: number
  readonly reason: string
}

interface DescribePageProps {
  readonly frame: Frame
  readonly places: readonly CataloguingPlace[]
  readonly form: FormState
  readonly act: string
  readonly alike: LookAlike | null
}

/** What is there already. */
const AlreadyThere = ({ alike, frame: { lang } }: Pick<DescribePageProps, 'frame'> & { alike: LookAlike }) => {
  const say = cataloguingWords(lang)
  return (
    <Notice kind="care" title={say.sameTitle} role="alert">
      <p>
        <a href={workPath(alike.work)}>{alike.title}</a>
        {alike.line !== '' && ` · ${alike.line}`}
      </p>
      <p class="small">
        {say.sameBecause(alike.reason)} {say.heldBy(alike.owner, formatCount(alike.copies, lang))}.
      </p>
    </Notice>
  )
}

/** The question that only whoever holds the book can answer. */
const Judging = ({
  alike,
  frame: { lang },
  form,
}: Pick<DescribePageProps, 'frame' | 'form'> & { alike: LookAlike }) => {
  const say = cataloguingWords(lang)
  return (
    <>
      <input type="hidden" name="giong" value={alike.edition} />
      <Choices
        legend={say.judge}
        name="xet"
        pick="one"
        choices={[
          { value: 'them', label: say.addThere },
          { value: 'khac', label: say.anotherEdition },
        ]}
        chosen={[]}
        form={form}
      />
      <Actions submit={say.save} />
    </>
  )
}

/** A book as it lies on the table: everything about it on one page, saved at once. */
export const DescribePage = ({ frame, places, form, act, alike }: DescribePageProps) => {
  const { lang } = frame
  const say = cataloguingWords(lang)
  return (
    <Page frame={frame} title={say.describeTitle} staff>
      <ErrorSummary lang={lang} title={say.refusedForm(formatCount(form.errors.length, lang))} form={form} />
      <div class="flow">
        <h1>{say.describeTitle}</h1>
        <p>{places.length === 0 ? say.noPlace : say.describeLead}</p>
        {alike !== null && <AlreadyThere frame={frame} alike={alike} />}
      </div>
      {places.length > 0 && (
        <ActForm action={cataloguingPaths.describe} act={act} label={say.describeTitle}>
          {alike !== null && <Judging frame={frame} form={form} alike={alike} />}
          <PlaceField lang={lang} form={form} places={places} />
          <BookFields lang={lang} form={form} book={null} />
          <Section title={say.partCopies} class="grid halves">
            <CopyFields lang={lang} form={form} />
          </Section>
          <Actions submit={say.save} />
        </ActForm>
      )}
    </Page>
  )
}
