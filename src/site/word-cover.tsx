import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

/** A cover for a book that has no picture: its title, a spine, a hem. */
export const WordCover = ({ lang, title, titleLang }: { lang: Language; title: string; titleLang?: string }) => (
  <div class="cover big" role="img" aria-label={words(lang).noCover(title)} lang={titleLang}>
    {title}
  </div>
)

export interface ShelfBook {
  readonly title: string
  readonly by?: string | null
  readonly href: string
  readonly lang?: string
}

/** Books side by side, each its own link. */
export const Shelf = ({ books }: { books: readonly ShelfBook[] }) => (
  <ul class="shelf">
    {books.map(book => (
      <li>
        <a class="cover" href={book.href} lang={book.lang}>
          {book.title}
          {book.by && <small>{book.by}</small>}
        </a>
      </li>
    ))}
  </ul>
)
