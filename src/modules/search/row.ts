import type { Language } from '../../kernel/language.ts'
import { formatCount, type IconName, type ResultItem } from '../../site/index.ts'
import type { Display, DocumentKind } from './document.ts'
import { words } from './messages.ts'
import type { Hit } from './query.ts'

const icons: Readonly<Record<DocumentKind, IconName>> = {
  work: 'book',
  object: 'object',
  event: 'festival',
  course: 'course',
  institution: 'place',
  place: 'area',
  document: 'document',
}

/**
 * How a hit is shown. Owners may hand over: `line` and `state`, shown as they are; or `people`, `year`, `editions`, and
 * `copies` with `free`, from which line, kind and state are made in the reader's language.
 */
export function rowOf(hit: Hit, lang: Language): ResultItem {
  const line = lineOf(hit.display)
  const state = stateOf(hit.display, lang)
  return {
    icon: icons[hit.kind],
    kind: kindOf(hit, lang),
    title: markedTitle(hit),
    href: hit.url,
    ...(line === '' ? {} : { facts: line }),
    ...(state === null ? {} : { state }),
  }
}

function kindOf({ kind, display }: Hit, lang: Language): string {
  const say = words(lang)
  const editions = numberIn(display, 'editions')
  return editions !== null && editions > 1
    ? `${say.kind[kind]} · ${say.printings(formatCount(editions, lang))}`
    : say.kind[kind]
}

const lineOf = (display: Display): string => {
  const made = [textIn(display, 'people'), textIn(display, 'year')].filter(text => text !== '')
  return textIn(display, 'line') || made.join(' · ')
}

function stateOf(display: Display, lang: Language): ResultItem['state'] | null {
  const say = words(lang)
  const copies = numberIn(display, 'copies')
  const free = numberIn(display, 'free')
  if (textIn(display, 'state') !== '') return { kind: 'there', text: textIn(display, 'state') }
  if (copies === null || free === null || copies === 0) return null
  if (free === 0) return { kind: 'few', text: say.noCopies }
  return { kind: 'there', text: say.copies(formatCount(free, lang), formatCount(copies, lang)) }
}

const textIn = (display: Display, fact: string): string => {
  const value = display[fact]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const numberIn = (display: Display, fact: string): number | null => {
  const value = display[fact]
  return typeof value === 'number' ? value : null
}

/** The title in pieces, those marked that were found. */
export function markedTitle({ title, highlights }: Pick<Hit, 'title' | 'highlights'>): (string | { mark: string })[] {
  const pieces: (string | { mark: string })[] = []
  let at = 0
  for (const [from, to] of highlights) {
    if (from > at) pieces.push(title.slice(at, from))
    pieces.push({ mark: title.slice(from, to) })
    at = to
  }
  if (at < title.length) pieces.push(title.slice(at))
  return pieces
}
