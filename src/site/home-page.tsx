import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import type { Frame } from './frame.ts'
import { homeWords } from './home-words.ts'
import { Page } from './layout.tsx'
import { ResultList } from './result-list.tsx'
import { SearchBox } from './search-box.tsx'
import { Section } from './section.tsx'
import { Stair } from './stair.tsx'
import type { StateKind } from './state.tsx'
import { Terraces } from './terraces.tsx'
import { type Tile, TileMap } from './tile-map.tsx'
import { Shelf, type ShelfBook } from './word-cover.tsx'

interface HomePageProps {
  readonly frame: Frame
  readonly searchPath: string
  /** Where the catalogue is leafed through. */
  readonly browsePath: string
  readonly newBooks: readonly ShelfBook[]
  readonly tiles: readonly Tile[]
  /** How many places the network has, ready to read. */
  readonly institutions: string
  readonly openNow: readonly {
    readonly href: string
    readonly name: string
    readonly where: string
    readonly state: { readonly kind: StateKind; readonly text: string }
  }[]
  /** A section about what is on; null when nothing is. */
  readonly thisWeek: Child
  readonly newBooksPath: string
  readonly feedPath: string
  readonly origin: string
  readonly listPath: string
  readonly mapPath: string
}

const Examples = ({ lang, searchPath }: { lang: Language; searchPath: string }) => {
  const say = homeWords(lang)
  return (
    <p class="small muted">
      {say.typeAnyWay}{' '}
      {say.examples.map((example, index) => (
        <>
          {index > 0 && ', '}
          <a href={`${searchPath}?q=${encodeURIComponent(example)}`} lang="vi">
            {example}
          </a>
        </>
      ))}
    </p>
  )
}

/** Question, search, the calm picture, three steps, what is new, what is open near you. */
export const HomePage = (props: HomePageProps) => {
  const { frame } = props
  const { lang } = frame
  const say = homeWords(lang)
  return (
    <Page
      frame={frame}
      title={say.title}
      description={say.description}
      share={{ origin: props.origin, path: '/', type: 'website', title: say.question }}
      alternates={[{ href: props.feedPath, type: 'application/rss+xml', title: say.newBooks }]}
      bare
    >
      <div class="width opening flow">
        <h1>{say.question}</h1>
        <p class="muted">{say.lead}</p>
        <SearchBox lang={lang} action={props.searchPath} />
        <Examples lang={lang} searchPath={props.searchPath} />
        <p class="small muted">
          {say.leafInvite} <a href={props.browsePath}>{say.leaf}</a>
        </p>
      </div>
      <Terraces />
      <div class="width">
        {props.thisWeek}
        <Section title={say.threeSteps}>
          <Stair
            steps={[
              { head: '1', title: say.find, text: say.findText(props.institutions) },
              { head: '2', title: say.takePart, text: say.takePartText },
              { head: '3', title: say.keep, text: say.keepText },
            ]}
          />
        </Section>
        {props.newBooks.length > 0 && (
          <Section title={say.newBooks} more={{ href: props.newBooksPath, label: say.allNewBooks }}>
            <Shelf books={props.newBooks} />
          </Section>
        )}
        <Section title={say.nearYou} more={{ href: props.listPath, label: say.allPlaces }}>
          <div class="grid halves">
            <div class="flow">
              <p>{props.openNow.length > 0 ? say.openNow : say.nothingOpen}</p>
              <ResultList
                items={props.openNow.map(one => ({
                  icon: 'place',
                  title: one.name,
                  href: one.href,
                  facts: one.where,
                  state: one.state,
                }))}
              />
              <p>
                <a class="button quiet" href={props.mapPath}>
                  {say.chooseCommune}
                </a>
              </p>
            </div>
            <TileMap lang={lang} sentence={say.mapSentence} tiles={props.tiles} />
          </div>
        </Section>
      </div>
    </Page>
  )
}
