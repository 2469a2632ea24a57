import type { PropsWithChildren } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

/** What is wrong with one field, in a sentence that says how to mend it. */
export interface FieldError {
  readonly field: string
  readonly text: string
}

/** A form as it came back: what was typed, and what is wrong with it. Fields take their value and error from here. */
export interface FormState {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

export const emptyForm: FormState = { typed: {}, errors: [] }

/** The first thing on a page whose form was refused: each error leads to its field, and nothing typed is lost. */
export const ErrorSummary = ({ lang, title, form }: { lang: Language; title: string; form: FormState }) =>
  form.errors.length === 0 ? null : (
    <div class="notice refusal" role="alert" tabindex={-1} autofocus id="loi">
      <h2>{title}</h2>
      <ul>
        {form.errors.map(error => (
          <li>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
      <p class="small">{words(lang).keptBelow}</p>
    </div>
  )

interface ActFormProps {
  readonly action: string
  /** UUIDv7 minted when the form was rendered: sent twice, it is one act. */
  readonly act?: string
  /** Names the form for those who listen, where a page has several. */
  readonly label?: string
  /** For a form that carries a file. */
  readonly files?: boolean
  readonly class?: string
  /** What an island needs to know of it, as `data-…` attributes. */
  readonly data?: Readonly<Record<`data-${string}`, string>>
}

/** A form that changes something. `novalidate`: our own sentences say what is wrong, in the reader's language. */
export const ActForm = ({
  action,
  act,
  label,
  files,
  class: className,
  data,
  children,
}: PropsWithChildren<ActFormProps>) => (
  <form
    method="post"
    action={action}
    novalidate
    aria-label={label}
    enctype={files ? 'multipart/form-data' : undefined}
    class={className}
    {...data}
  >
    {act !== undefined && <input type="hidden" name="act" value={act} />}
    {children}
  </form>
)

interface ActionsProps {
  readonly submit: string
  /** For a page whose main act is another one. */
  readonly quiet?: boolean
  /** The way back, beside the one button. */
  readonly back?: { readonly href: string; readonly label: string }
}

export const Actions = ({ submit, quiet, back }: ActionsProps) => (
  <p class="row actions">
    <button type="submit" class={quiet ? 'wide quiet' : 'wide'}>
      {submit}
    </button>
    {back && <a href={back.href}>{back.label}</a>}
  </p>
)
