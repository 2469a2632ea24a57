import type { PropsWithChildren } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

interface SearchBoxProps {
  readonly lang: Language
  readonly action: string
  readonly query?: string
  /** For those who listen; the button and the place say it to the others. */
  readonly label?: string
  readonly autofocus?: boolean
  /** Choices that stay when the words change, as the kind of thing looked for. */
  readonly keep?: readonly { readonly name: string; readonly value: string }[]
}

/** A plain GET form: field and button in one row. */
export const SearchBox = ({ lang, action, query = '', label, autofocus, keep = [] }: SearchBoxProps) => (
  <form class="find" role="search" action={action}>
    <label class="hidden" for="q">
      {label ?? words(lang).searchLabel}
    </label>
    <input
      id="q"
      name="q"
      type="search"
      value={query}
      autocomplete="off"
      enterkeyhint="search"
      maxlength={200}
      autofocus={autofocus}
    />
    {keep.map(({ name, value }) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button type="submit">{words(lang).search}</button>
  </form>
)

/** What the machine made of what was typed; the children say why, and offer the words as they were typed. */
export const Understood = ({ lang, as, children }: PropsWithChildren<{ lang: Language; as: string }>) => (
  <div class="understood">
    <p>
      {words(lang).searching} <b>{as}</b>
    </p>
    {children && <p class="small muted">{children}</p>}
  </div>
)
