import type { Language } from '../../kernel/language.ts'
import { Notice } from '../../site/index.ts'
import { sheetWords } from './sheet-words.ts'

/** The copy that was scanned last, for its note. */
export interface ScannedCopy {
  readonly item: string
  readonly barcode: string
  readonly note: string | null
  /** Where its note is written; null where another institution keeps it. */
  readonly notePath: string | null
}

/** What to know of the copy in hand; where there is nothing yet, the way to write it. */
export const CopyNote = ({ lang, copy }: { lang: Language; copy: ScannedCopy }) => {
  const say = sheetWords(lang)
  if (copy.note === null)
    return copy.notePath === null ? null : (
      <p class="small">
        <a href={copy.notePath}>{say.writeNote(copy.barcode)}</a>
      </p>
    )
  return (
    <Notice kind="care" title={say.noteIs(copy.barcode)}>
      <p>{copy.note}</p>
      {copy.notePath !== null && (
        <p>
          <a href={copy.notePath}>{say.changeNote}</a>
        </p>
      )}
    </Notice>
  )
}
