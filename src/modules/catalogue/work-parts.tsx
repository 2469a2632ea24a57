import type { Language } from '../../kernel/language.ts'
import { DataTable, Facts, formatCount, Section, State } from '../../site/index.ts'
import { searchAddress } from '../search/index.ts'
import type { Contributor, Edition } from './edition.ts'
import { languageName } from './language.ts'
import { words } from './messages.ts'
import { recordForms, recordPath, workFormNames, workFormPath, workForms } from './paths.ts'
import type { PlaceHolding, WorkView } from './work-view.ts'

/** Books in which these words stand: a name, a publisher, a series. */
const booksWith = (text: string): string => searchAddress({ text, kinds: ['work'] })

/** Headings longer than an address carries are sought by their words. */
const longestHeading = 120
const booksAbout = (subject: string): string =>
  subject.length > longestHeading
    ? booksWith(subject)
    : searchAddress({ kinds: ['work'], facets: { subject: [subject] } })

const Linked = ({
  values,
  address,
  separator,
}: {
  values: readonly string[]
  address: (value: string) => string
  separator: string
}) => (
  <>
    {values.map((value, at) => (
      <>
        {at > 0 && separator}
        <a href={address(value)}>{value}</a>
      </>
    ))}
  </>
)

const peopleLinked = 12

/** Each name leads to the books in which it stands; of very many the rest is only told. */
export const People = ({ people, roles }: { people: readonly Contributor[]; roles?: boolean }) => (
  <>
    {people.map(({ name, role }, at) => (
      <>
        {at > 0 && ', '}
        {at < peopleLinked ? <a href={booksWith(name)}>{name}</a> : name}
        {roles && role !== null && ` (${role})`}
      </>
    ))}
  </>
)

const ShelfState = ({ holding, lang }: { holding: PlaceHolding; lang: Language }) => {
  const say = words(lang)
  if (holding.free > 0) return <State kind="there">{say.shelfCount(formatCount(holding.free, lang))}</State>
  return holding.out > 0 ? <State kind="few">{say.waiting}</State> : <State kind="none">{say.notHere}</State>
}

/** Who has it, under which sign, whether it is there now and for how long it may be taken home. */
export const Whereabouts = ({ view, lang }: { view: WorkView; lang: Language }) => {
  const say = words(lang)
  if (view.holdings.length === 0) return null
  return (
    <Section title={say.where} class="flow">
      <DataTable
        lang={lang}
        caption={say.where}
        captionHidden
        rows={view.holdings}
        empty=""
        columns={[
          {
            label: say.place,
            head: true,
            cell: ({ href, name, nameLang, openState }) => (
              <>
                <a href={href} lang={nameLang}>
                  {name}
                </a>
                <br />
                <small class="muted">{openState}</small>
              </>
            ),
          },
          {
            label: say.callNumber,
            cell: ({ callNumbers, locations }) => (
              <>
                {callNumbers.slice(0, 3).join('; ')}
                {callNumbers.length > 0 && locations.length > 0 && <br />}
                <small class="muted">{locations.slice(0, 3).join('; ')}</small>
              </>
            ),
          },
          { label: say.state, cell: holding => <ShelfState holding={holding} lang={lang} /> },
          {
            label: say.lending,
            cell: ({ maxLoans, loanDays }) =>
              maxLoans === 0 ? say.readHere : say.loanDays(formatCount(loanDays, lang)),
          },
        ]}
      />
      {view.morePlaces > 0 && <p>{say.moreplaces(formatCount(view.morePlaces, lang))}</p>}
    </Section>
  )
}

const mostSubjects = 20

/** A number in a series is no part of its name. */
const seriesName = (series: string): string => series.replace(/; [^;]*$/, '')

const Downloads = ({ edition }: { edition: Edition }) => (
  <>
    {recordForms.map((form, at) => (
      <>
        {at > 0 && ' · '}
        <a href={recordPath(edition.id, form)} download>
          {form === 'mrc' ? 'MARC 21' : 'MARCXML'}
        </a>
      </>
    ))}
  </>
)

/** Where there is one edition, its own record is the work's. */
const OtherForms = ({ work, editions, lang }: { work: string; editions: number; lang: Language }) => (
  <span class="small">
    {`${words(lang).otherForms}: `}
    {(editions === 1 ? workForms.filter(form => !form.startsWith('marc')) : workForms).map((form, at) => (
      <>
        {at > 0 && ' · '}
        <a href={workFormPath(work, form)}>{workFormNames[form]}</a>
      </>
    ))}
  </span>
)

/** What the record of the newest edition says. */
export const Description = ({ view, lang }: { view: WorkView; lang: Language }) => {
  const [edition] = view.editions
  if (edition === undefined) return null
  const { facts } = edition
  const say = words(lang).fact
  const authors = facts.people.map(({ name }) => name).join(', ')
  const { publicationPlace, publisher, date } = facts
  const published =
    publicationPlace === null && publisher === null && date === null ? null : (
      <>
        {publicationPlace !== null && `${publicationPlace}${publisher === null && date === null ? '' : ', '}`}
        {publisher !== null && <a href={booksWith(publisher)}>{publisher}</a>}
        {publisher !== null && date !== null && ', '}
        {date}
      </>
    )
  return (
    <div class="flow">
      <Facts
        rows={[
          [say.title, [facts.title[0]?.text, facts.volume].filter(Boolean).join(' · ')],
          [say.otherTitles, facts.otherTitles.join('; ')],
          [say.people, facts.people.length === 0 ? null : <People people={facts.people} roles />],
          [say.statement, facts.statement === authors ? null : facts.statement],
          [say.language, facts.language === null ? null : languageName(facts.language, lang)],
          [say.published, published],
          [say.extent, facts.extent],
          [
            say.series,
            facts.series.length === 0 ? null : (
              <Linked values={facts.series} address={series => booksWith(seriesName(series))} separator="; " />
            ),
          ],
          [
            say.subjects,
            facts.subjects.length === 0 ? null : (
              <Linked values={facts.subjects.slice(0, mostSubjects)} address={booksAbout} separator=", " />
            ),
          ],
          [say.classification, facts.classification],
          [say.isbn, facts.isbns.length === 0 ? null : <span class="digits">{facts.isbns.join(', ')}</span>],
        ]}
      />
      <p>
        <span class="small">
          {`${words(lang).download}: `}
          <Downloads edition={edition} />
        </span>
        <br />
        <OtherForms work={edition.work} editions={view.editions.length} lang={lang} />
      </p>
    </div>
  )
}

const editionsShown = 30

/** The other editions of the work, each with its own record. */
export const Editions = ({ view, lang }: { view: WorkView; lang: Language }) => {
  const say = words(lang)
  if (view.editions.length < 2) return null
  return (
    <Section title={say.editions}>
      <DataTable
        lang={lang}
        caption={say.editions}
        captionHidden
        rows={view.editions.slice(0, editionsShown)}
        empty=""
        columns={[
          {
            label: say.edition,
            head: true,
            cell: ({ facts }) => (facts.year === null ? say.noYear : say.year(String(facts.year))),
          },
          {
            label: say.fact.published,
            cell: ({ facts }) => [facts.publicationPlace, facts.publisher, facts.extent].filter(Boolean).join(', '),
          },
          { label: say.fact.isbn, cell: ({ facts }) => facts.isbns.join(', ') },
          { label: say.copies, numeric: true, cell: ({ id }) => formatCount(view.copiesOf.get(id) ?? 0, lang) },
          {
            label: say.download,
            cell: edition => (
              <span class="small">
                <Downloads edition={edition} />
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
