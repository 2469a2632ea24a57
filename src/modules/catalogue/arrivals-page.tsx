import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { type Frame, Notice, Page, Pager, ResultList, Section, SelectField } from '../../site/index.ts'
import { institutionPaths } from '../institutions/index.ts'
import { searchPaths } from '../search/index.ts'
import type { ShownArrival } from './arrivals-view.ts'
import { arrivalsWords } from './arrivals-words.ts'
import { langOf } from './describe.ts'
import { arrivalsAt, arrivalsPath, feedAt, workPath } from './paths.ts'

type Place = ShownArrival['place']

export interface ArrivalsView {
  readonly place: Place | null
  /** Places that may be chosen. */
  readonly places: readonly Place[]
  /** A code that names no place. */
  readonly unknownCode: string | null
  readonly arrivals: readonly ShownArrival[]
  readonly page: number
  readonly pages: number
}

interface Group {
  readonly day: LocalDate
  readonly place: Place
  readonly arrivals: ShownArrival[]
}

/** Neighbours that came to one place on one day stand under one heading. */
function byDayAndPlace(arrivals: readonly ShownArrival[]): Group[] {
  const groups: Group[] = []
  for (const arrival of arrivals) {
    const day = localDateAt(arrival.cameAt)
    const last = groups.at(-1)
    if (last?.day === day && last.place.code === arrival.place.code) last.arrivals.push(arrival)
    else groups.push({ day, place: arrival.place, arrivals: [arrival] })
  }
  return groups
}

/** Where everything came to one place, the day says enough. */
const Arrivals = ({ group, wherever, lang }: { group: Group; wherever: boolean; lang: Language }) => {
  const say = arrivalsWords(lang)
  const day = formatDate(group.day, lang)
  const { code, name } = group.place
  return (
    <Section
      title={wherever ? say.cameOn(day, name) : day}
      {...(wherever ? { more: { href: institutionPaths.institution(code), label: say.about } } : {})}
    >
      <ResultList
        items={group.arrivals.map(({ title, titleLang, by, work }) => {
          const other = langOf(titleLang, lang)
          return {
            icon: 'book' as const,
            title,
            href: workPath(work),
            ...(other === undefined ? {} : { lang: other }),
            ...(by === '' ? {} : { facts: by }),
          }
        })}
      />
    </Section>
  )
}

const Choose = ({ view, lang }: { view: ArrivalsView; lang: Language }) => {
  const say = arrivalsWords(lang)
  return (
    <form action={arrivalsPath} class="no-print" aria-label={say.filter}>
      <SelectField
        name="noi"
        label={say.filter}
        form={{ typed: { noi: view.place?.code ?? '' }, errors: [] }}
        choices={[
          { value: '', label: say.everywhere },
          ...view.places.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <p class="actions">
        <button type="submit">{say.show}</button>
      </p>
    </form>
  )
}

export const ArrivalsPage = ({ frame, view, origin }: { frame: Frame; view: ArrivalsView; origin: string }) => {
  const { lang } = frame
  const say = arrivalsWords(lang)
  const code = view.place?.code ?? null
  const title = view.place === null ? say.title : say.titleAt(view.place.name)
  const lead = view.place === null ? say.lead : say.leadAt
  const feed = feedAt(code, lang)
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[
        { label: say.title, ...(code === null ? {} : { href: arrivalsPath }) },
        ...(code === null ? [] : [{ label: title }]),
      ]}
      description={lead}
      share={{ origin, path: arrivalsAt(code, view.page), type: 'website' }}
      alternates={[{ href: feed, type: 'application/rss+xml', title }]}
    >
      <div class="flow">
        <h1>{title}</h1>
        <p>
          {lead}
          {code !== null && (
            <>
              {' '}
              <a href={institutionPaths.institution(code)}>{say.about}</a>
            </>
          )}
        </p>
        {view.unknownCode !== null && <Notice kind="care">{say.unknownPlace(view.unknownCode)}</Notice>}
      </div>
      <div class="grid sided">
        <div class="flow">
          <Choose view={view} lang={lang} />
          <p class="small">
            <a href={feed}>{say.feed}</a>
          </p>
        </div>
        <div>
          {byDayAndPlace(view.arrivals).map(group => (
            <Arrivals group={group} wherever={code === null} lang={lang} />
          ))}
          {view.arrivals.length === 0 && (
            <div class="flow">
              <p>{say.nothing}</p>
              <p>
                <a class="button" href={`${searchPaths.search}?loai=work`}>
                  {say.search}
                </a>
              </p>
            </div>
          )}
          <Pager lang={lang} page={view.page} pages={view.pages} href={page => arrivalsAt(code, page)} />
        </div>
      </div>
    </Page>
  )
}
