import type { Language } from '../kernel/language.ts'
import { formatCount } from './count.ts'
import { words } from './messages.ts'

interface PagerProps {
  readonly lang: Language
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
  /** Names the list whose pages these are, where there are several. */
  readonly label?: string
}

/** The pages around the present one, in order, of at most `width`. */
export function pagesAround(page: number, pages: number, width = 5): number[] {
  const first = Math.max(1, Math.min(page - Math.floor(width / 2), pages - width + 1))
  return Array.from({ length: Math.min(width, pages - first + 1) }, (_, index) => first + index)
}

export const Pager = ({ lang, page, pages, href, label }: PagerProps) => {
  if (pages <= 1) return null
  const say = words(lang)
  return (
    <nav class="row pager" aria-label={label ?? say.pages}>
      {page > 1 && (
        <a class="button quiet" href={href(page - 1)} rel="prev">
          {say.previousPage}
        </a>
      )}
      {pagesAround(page, pages).map(number =>
        number === page ? (
          <span class="button quiet" aria-current="page">
            {formatCount(number, lang)}
          </span>
        ) : (
          <a class="button quiet" href={href(number)} aria-label={say.page(formatCount(number, lang))}>
            {formatCount(number, lang)}
          </a>
        ),
      )}
      {page < pages && (
        <a class="button" href={href(page + 1)} rel="next">
          {say.nextPage}
        </a>
      )}
    </nav>
  )
}
