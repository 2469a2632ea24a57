import type { Language } from '../../kernel/language.ts'
import {
  type Frame,
  formatCount,
  Notice,
  Page,
  Pager,
  ResultList,
  SearchBox,
  Section,
  Understood,
} from '../../site/index.ts'
import { type Asked, addressOf, hasFilters, parametersOf } from './address.ts'
import { BrowseInvitation } from './browse-pages.tsx'
import { FilterForm, kindTabs } from './filters.tsx'
import { words } from './messages.ts'
import { paths } from './paths.ts'
import type { SearchAnswer } from './query.ts'
import { rowOf } from './row.ts'
import type { SearchView } from './view.ts'

/** As deep as a reader may turn pages. */
const deepest = 10_000

const keptBeside = (asked: Asked) => parametersOf({ ...asked, text: '' }).map(([name, value]) => ({ name, value }))

/** What the index made of the words, when it is more than finding them. */
const Reading = ({ answer, lang }: { answer: SearchAnswer; lang: Language }) => {
  const say = words(lang)
  const unknown = answer.unknown.map(word => `“${word}”`).join(', ')
  const near = answer.complete > 0 ? say.someHeading(formatCount(answer.complete, lang)) : say.someOnly
  return (
    <>
      {answer.understood !== null && <Understood lang={lang} as={answer.understood} />}
      {answer.source === 'database' && <Notice>{say.fromTable}</Notice>}
      {answer.stale === true && <Notice kind="care">{say.stale}</Notice>}
      {answer.matching === 'some' && answer.total > 0 && (
        <p class="muted">
          {near} {unknown !== '' && say.unknown(unknown)}
        </p>
      )}
    </>
  )
}

const Results = ({ view, lang }: { view: SearchView; lang: Language }) => {
  const { asked, answer, pageSize } = view
  const say = words(lang)
  const reachable = Math.min(answer.total, deepest)
  const first = (asked.page - 1) * pageSize + 1
  const last = Math.min(reachable, first + answer.hits.length - 1)
  const count = (number: number) => formatCount(number, lang)
  return (
    <section>
      <h2 class="small muted">{say.count(count(answer.total), count(first), count(last))}</h2>
      <ResultList items={answer.hits.map(hit => rowOf(hit, lang))} />
      <Pager
        lang={lang}
        page={asked.page}
        pages={Math.ceil(reachable / pageSize)}
        href={page => addressOf(asked, { page })}
      />
      {answer.total > deepest && last === deepest && <p class="muted">{say.tooFar}</p>}
    </section>
  )
}

const Nothing = ({ view, lang }: { view: SearchView; lang: Language }) => {
  const { asked, perhaps, offers, easier } = view
  const say = words(lang)
  return (
    <section class="flow">
      <h2>{hasFilters(asked) ? say.nothingFiltered : say.nothing(asked.text)}</h2>
      <p>{say.nothingAdvice}</p>
      <BrowseInvitation lang={lang} />
      {hasFilters(asked) && (
        <ul>
          {easier.map(({ without, asked: less, total }) => (
            <li>
              <a href={addressOf(less)}>
                {say.withoutOne(without === 'kind' ? say.kinds : say.facet[without], formatCount(total, lang))}
              </a>
            </li>
          ))}
          <li>
            <a href={addressOf(asked, { kinds: [], facets: {} })}>{say.withoutFilters}</a>
          </li>
        </ul>
      )}
      {perhaps.length > 0 && (
        <Section title={say.perhaps}>
          <ul>
            {perhaps.map(({ text, url }) => (
              <li>
                <a href={url ?? addressOf(asked, { text })}>{text}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {offers.length > 0 && (
        <Section title={say.goTo}>
          <ul>
            {offers.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </section>
  )
}

/** Where nothing is found and nothing chosen, there is nothing to filter or sort. */
export const SearchPage = ({ frame, view }: { frame: Frame; view: SearchView }) => {
  const { lang } = frame
  const { asked, answer } = view
  const say = words(lang)
  const title = asked.text === '' ? say.title : say.titleFor(answer.query)
  return (
    <Page frame={frame} title={title} crumbs={[{ label: say.title }]} description={say.lead}>
      <h1 class={asked.text === '' ? undefined : 'hidden'}>{asked.text === '' ? say.title : say.heading}</h1>
      {asked.text === '' && <p>{say.lead}</p>}
      <SearchBox lang={lang} action={paths.search} query={asked.text} keep={keptBeside(asked)} />
      {asked.text === '' && !hasFilters(asked) && <BrowseInvitation lang={lang} />}
      <Reading answer={answer} lang={lang} />
      {answer.total === 0 && !hasFilters(asked) ? (
        <div class="lead">
          <Nothing view={view} lang={lang} />
        </div>
      ) : (
        <>
          {kindTabs(view, lang)}
          <div class="grid sided">
            <FilterForm view={view} lang={lang} />
            {answer.hits.length > 0 ? <Results view={view} lang={lang} /> : <Nothing view={view} lang={lang} />}
          </div>
        </>
      )}
    </Page>
  )
}
