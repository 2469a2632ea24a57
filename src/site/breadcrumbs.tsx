import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

/** The last one is the page itself and has no address. */
export interface Crumb {
  readonly label: string
  readonly href?: string
}

/** Where the reader is, from the home page down; the home page itself need not be given. */
export const Breadcrumbs = ({ lang, crumbs }: { lang: Language; crumbs: readonly Crumb[] }) => (
  <nav class="width crumbs" aria-label={words(lang).crumbs}>
    <ol class="row">
      {[{ label: words(lang).home, href: '/' }, ...crumbs].map((crumb: Crumb) => (
        <li>
          {crumb.href === undefined ? (
            <span aria-current="page">{crumb.label}</span>
          ) : (
            <a href={crumb.href}>{crumb.label}</a>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
