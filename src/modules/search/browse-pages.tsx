import type { Language } from '../../kernel/language.ts'
import { type Frame, formatCount, Notice, Page, Pager, SearchBox, Section } from '../../site/index.ts'
import { addressOf } from './address.ts'
import { type BrowsedFacet, type Entry, letterOf } from './browse.ts'
import type { BrowseList, BrowseView } from './browse-view.ts'
import { type DocumentKind, documentKinds } from './document.ts'
import { words } from './messages.ts'
import { browsePaths, paths } from './paths.ts'

const nothingAsked = { text: '', kinds: [], facets: {}, sort: 'relevance', page: 1, unfolded: null } as const

const pageAt = (facet: BrowsedFacet, page: number): string =>
  page === 1 ? browsePaths[facet] : `${browsePaths[facet]}?trang=${page}`

const anchorOf = (letter: string): string => `chu-${letter.toLowerCase()}`

/** Of a place or an institution what kinds of things are there, itself and its like not counted. */
const shownKinds = (facet: BrowsedFacet, { byKind }: Entry): (readonly [DocumentKind, number])[] =>
  documentKinds
    .filter(kind => facet === 'subject' || (kind !== 'place' && kind !== facet))
    .map(kind => [kind, byKind[kind] ?? 0] as const)
    .filter(([, count]) => count > 0)

const sumOf = (facet: BrowsedFacet, entry: Entry): number =>
  shownKinds(facet, entry).reduce((sum, [, count]) => sum + count, 0)

/** A figure stays with what it counts. */
function countsOf(facet: BrowsedFacet, entry: Entry, lang: Language): string {
  const say = words(lang).browse.counted
  if (facet === 'subject') return formatCount(entry.total, lang)
  return shownKinds(facet, entry)
    .map(([kind, count]) => say[kind](formatCount(count, lang)).replaceAll(' ', '\u00a0'))
    .join('\u00a0· ')
}

const Entries = ({ facet, entries, lang }: { facet: BrowsedFacet; entries: readonly Entry[]; lang: Language }) => (
  <ul class="entries">
    {entries.map(entry => (
      <li>
        <a
          href={addressOf(nothingAsked, { facets: { [facet]: [entry.value] } })}
          lang={facet === 'subject' && lang !== 'vi' ? 'vi' : undefined}
        >
          {entry.label}
        </a>{' '}
        <span class="small muted">{countsOf(facet, entry, lang)}</span>
      </li>
    ))}
  </ul>
)

const Missing = ({ stale = false, lang }: { stale?: boolean | undefined; lang: Language }) =>
  stale ? <Notice kind="care">{words(lang).stale}</Notice> : null

const mostShown = 12

/** The three ways to leaf through, each with what there is most of. */
export const BrowseHome = ({ frame, lists }: { frame: Frame; lists: readonly BrowseList[] }) => {
  const { lang } = frame
  const say = words(lang).browse
  return (
    <Page
      frame={frame}
      title={say.title}
      crumbs={[{ label: words(lang).title, href: paths.search }, { label: say.title }]}
      description={say.lead}
    >
      <div class="flow">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <SearchBox lang={lang} action={paths.search} />
      </div>
      {lists.map(({ facet, entries, stale }) => (
        <Section title={say.heading[facet]} more={{ href: browsePaths[facet], label: say.everything[facet] }}>
          <Missing stale={stale} lang={lang} />
          <p class="muted">{entries.length === 0 ? say.none : say.most[facet](formatCount(entries.length, lang))}</p>
          <Entries
            facet={facet}
            entries={entries.toSorted((a, b) => sumOf(facet, b) - sumOf(facet, a)).slice(0, mostShown)}
            lang={lang}
          />
        </Section>
      ))}
    </Page>
  )
}

/** Entries in their order, those of one letter under it. */
function byLetter(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const letter = letterOf(entry.sortBy)
    groups.set(letter, [...(groups.get(letter) ?? []), entry])
  }
  return groups
}

export const BrowsePage = ({ frame, view }: { frame: Frame; view: BrowseView }) => {
  const { lang } = frame
  const { list, page, pages, letters } = view
  const { facet } = list
  const say = words(lang).browse
  const title = `${say.title}: ${say.heading[facet]}`
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[
        { label: words(lang).title, href: paths.search },
        { label: say.title, href: paths.browse },
        { label: say.heading[facet] },
      ]}
      description={say.lead}
    >
      <div class="flow">
        <h1>{say.heading[facet]}</h1>
        <p>{list.entries.length === 0 ? say.none : say.sentence[facet](formatCount(list.entries.length, lang))}</p>
        <Missing stale={list.stale} lang={lang} />
        {letters.length > 1 && (
          <nav class="row" aria-label={say.letters}>
            {letters.map(({ letter, page: at }) => (
              <a href={`${at === page ? '' : pageAt(facet, at)}#${anchorOf(letter)}`}>{letter}</a>
            ))}
          </nav>
        )}
        {[...byLetter(view.entries)].map(([letter, entries]) => (
          <>
            <h2 id={anchorOf(letter)}>{letter}</h2>
            <Entries facet={facet} entries={entries} lang={lang} />
          </>
        ))}
      </div>
      <Pager lang={lang} page={page} pages={pages} href={to => pageAt(facet, to)} />
    </Page>
  )
}

/** For whoever stands before the box and does not know what to type. */
export const BrowseInvitation = ({ lang }: { lang: Language }) => {
  const say = words(lang).browse
  return (
    <p>
      {say.invite} <a href={browsePaths.subject}>{say.by.subject}</a>, <a href={browsePaths.place}>{say.by.place}</a>,{' '}
      <a href={browsePaths.institution}>{say.by.institution}</a>.
    </p>
  )
}
