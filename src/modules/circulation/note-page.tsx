import {
  ActForm,
  Actions,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  TextField,
} from '../../site/index.ts'
import { type DeskMode, deskAt, notePath } from './paths.ts'
import { sheetWords } from './sheet-words.ts'

interface NotePageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly copy: { readonly item: string; readonly title: string; readonly barcode: string; readonly note: string }
  readonly mode: DeskMode
  readonly card: string | null
  readonly form: FormState
  readonly act: string
}

/** A line for whoever has this copy in hand next. */
export const NotePage = ({ frame, institution, copy, mode, card, form, act }: NotePageProps) => {
  const { lang } = frame
  const say = sheetWords(lang)
  const title = say.noteOf(copy.barcode)
  return (
    <Page frame={frame} title={`${title} · ${institution.name}`} staff>
      <ErrorSummary lang={lang} title={say.noteRefused(formatCount(form.errors.length, lang))} form={form} />
      <h1>{title}</h1>
      <p>{copy.title}</p>
      <ActForm action={notePath(institution.code, copy.item)} act={act} label={title}>
        <input type="hidden" name="viec" value={mode} />
        {card !== null && <input type="hidden" name="the" value={card} />}
        <TextField name="ghi-chu" label={say.note} help={say.noteHelp} value={copy.note} form={form} />
        <Actions submit={say.saveNote} back={{ href: deskAt(institution.code, mode, card), label: say.backToDesk }} />
      </ActForm>
    </Page>
  )
}
