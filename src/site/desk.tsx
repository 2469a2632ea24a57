import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { ActForm } from './form.tsx'
import { words } from './messages.ts'

export const Box = ({ title, children }: PropsWithChildren<{ title?: string }>) => (
  <section class="box">
    {title !== undefined && <h2>{title}</h2>}
    {children}
  </section>
)

export interface DeskMode {
  readonly label: string
  readonly href: string
  readonly current: boolean
  /** The key that does the same where staff.js runs, as in "F2". */
  readonly key?: string
}

/** The key beside the words of a button; those who listen are told of it by `aria-keyshortcuts`. */
export const KeyHint = ({ name }: { name: string | undefined }) =>
  name === undefined ? null : <kbd aria-hidden="true">{name === 'Escape' ? 'Esc' : name}</kbd>

/** What the scan field does now; each mode is a page of its own, so that it works without a script. */
export const DeskModes = ({ lang, label, modes }: { lang: Language; label?: string; modes: readonly DeskMode[] }) => (
  <nav class="row modes" aria-label={label ?? words(lang).whichAct}>
    {modes.map(mode => (
      <a
        class="button quiet"
        href={mode.href}
        aria-current={mode.current ? 'true' : undefined}
        data-key={mode.key}
        aria-keyshortcuts={mode.key}
      >
        {mode.label} <KeyHint name={mode.key} />
      </a>
    ))}
  </nav>
)

interface ScanFieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string
}

/** Focused as the page opens: a scanner types the code and sends Enter. What it holds then is selected by staff.js. Its buttons
 *  stand beside it. */
export const ScanField = ({ name, label, value, children }: PropsWithChildren<ScanFieldProps>) => (
  <>
    <label for={name}>{label}</label>
    <div class="scan">
      <input
        class="desk-scan"
        id={name}
        name={name}
        value={value}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxlength={64}
        autofocus
      />
      {children}
    </div>
  </>
)

export interface LastAct {
  /** As it is read: "09:41". */
  readonly at: string
  readonly text: Child
  readonly undo?: { readonly action: string; readonly act: string }
  /** What an island needs to know of it, as `data-…` attributes. */
  readonly data?: Readonly<Record<`data-${string}`, string>>
}

export const LastActs = ({ lang, title, acts }: { lang: Language; title?: string; acts: readonly LastAct[] }) => (
  <Box title={title ?? words(lang).lastActs}>
    <ol class="acts">
      {acts.map(({ at, text, undo, data }) => (
        <li {...data}>
          <span class="digits muted">{at}</span>
          <span>{text}</span>
          {undo && (
            <ActForm action={undo.action} act={undo.act}>
              <button type="submit" class="quiet">
                {words(lang).undo}
              </button>
            </ActForm>
          )}
        </li>
      ))}
    </ol>
  </Box>
)
