import type { Language } from '../../kernel/language.ts'
import { xmlDeclaration, xmlText } from '../../kernel/xml.ts'
import type { ShownArrival } from './arrivals-view.ts'
import { arrivalsWords } from './arrivals-words.ts'
import { arrivalsAt, feedAt, workPath } from './paths.ts'

interface Feed {
  readonly place: ShownArrival['place'] | null
  /** The newest first. */
  readonly arrivals: readonly ShownArrival[]
}

/** RFC 822 with four digits of the year, as RSS 2.0 asks: 'Tue, 24 Nov 2026 02:00:00 GMT'. */
const rssDate = (instant: Date): string => instant.toUTCString()

function item({ title, by, place, work, batch, cameAt }: ShownArrival, origin: string): string {
  return [
    '<item>',
    `<title>${xmlText(title)}</title>`,
    `<link>${xmlText(`${origin}${workPath(work)}`)}</link>`,
    // A work that comes again with another batch is news again.
    `<guid isPermaLink="false">${batch}/${work}</guid>`,
    `<pubDate>${rssDate(cameAt)}</pubDate>`,
    `<description>${xmlText([by, place.name].filter(Boolean).join(' · '))}</description>`,
    '</item>',
  ].join('\n')
}

/** What came in last as RSS 2.0, with atom:link to itself. It says the same until something new comes, so its ETag holds. */
export function arrivalsFeed({ place, arrivals }: Feed, origin: string, lang: Language): string {
  const say = arrivalsWords(lang)
  const newest = arrivals[0]?.cameAt
  const code = place?.code ?? null
  const lines = [
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${xmlText(place === null ? say.title : say.titleAt(place.name))}</title>`,
    `<link>${xmlText(`${origin}${arrivalsAt(code)}`)}</link>`,
    `<description>${xmlText(place === null ? say.lead : say.leadAt)}</description>`,
    `<language>${lang}</language>`,
    `<atom:link href="${xmlText(`${origin}${feedAt(code, lang)}`)}" rel="self" type="application/rss+xml"/>`,
    ...(newest === undefined ? [] : [`<lastBuildDate>${rssDate(newest)}</lastBuildDate>`]),
    ...arrivals.map(arrival => item(arrival, origin)),
    '</channel>',
    '</rss>\n',
  ]
  return xmlDeclaration + lines.join('\n')
}
