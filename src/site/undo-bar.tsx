import type { Language } from '../kernel/language.ts'
import { KeyHint } from './desk.tsx'
import { ActForm } from './form.tsx'
import { words } from './messages.ts'

interface UndoBarProps {
  readonly lang: Language
  /** What was just done: "Đã ghi: mượn TP-0003310, hạn 6/12." */
  readonly done: string
  /** Where the undoing act posts, and its own id; left out where it cannot be undone. */
  readonly undo?: { readonly action: string; readonly act: string; readonly label?: string; readonly key?: string }
}

/** Stays until the next act. Last in the content of a staff screen. */
export const UndoBar = ({ lang, done, undo }: UndoBarProps) => (
  <div class="undo" role="status">
    <span>{done}</span>
    {undo && (
      <ActForm action={undo.action} act={undo.act}>
        <button type="submit" data-key={undo.key} aria-keyshortcuts={undo.key}>
          {undo.label ?? words(lang).undo} <KeyHint name={undo.key} />
        </button>
      </ActForm>
    )}
  </div>
)
