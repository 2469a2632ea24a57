import type { Language } from '../../kernel/language.ts'
import { DataTable, Facts, formatCount, Section, State } from '../../site/index.ts'
import { searchPaths } from '../search/index.ts'
import type { Edition } from './edition.ts'
import { words } from './messages.ts'
import { recordForms, recordPath, workFormNames, workFormPath, workForms } from './paths.ts'
import type { PlaceHolding, WorkView } from './work-view.ts'

const searchFor = (text: string): string => `${searchPaths.search}?q=${encodeURIComponent(text)}`

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

const languageNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  vi: new Intl.DisplayNames('vi', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
}

const mostSubjects = 20

const Subjects = ({ subjects }: { subjects: readonly string[] }) => (
  <>
    {subjects.slice(0, mostSubjects).map((subject, at) => (
      <>
        {at > 0 && ', '}
        <a href={searchFor(subject)}>{subject}</a>
      </>
    ))}
  </>
)

export const Downloads = ({ edition, lang }: { edition: Edition; lang: Language }) => (
  <span class="small">
    {`${words(lang).download}: `}
    {recordForms.map((form, at) => (
      <>
        {at > 0 && ' · '}
        <a href={recordPath(edition.id, form)} download>
          {form === 'mrc' ? 'MARC 21' : 'MARCXML'}
        </a>
      </>
    ))}
  </span>
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
  const people = facts.people.map(({ name, role }) => (role === null ? name : `${name} (${role})`))
  const authors = facts.people.map(({ name }) => name).join(', ')
  return (
    <div class="flow">
      <Facts
        rows={[
          [say.title, [facts.title[0]?.text, facts.volume].filter(Boolean).join(' · ')],
          [say.otherTitles, facts.otherTitles.join('; ')],
          [say.people, people.join(', ')],
          [say.statement, facts.statement === authors ? null : facts.statement],
          [say.language, facts.language === null ? null : languageNames[lang].of(facts.language)],
          [say.published, [facts.publicationPlace, facts.publisher, facts.date].filter(Boolean).join(', ')],
          [say.extent, facts.extent],
          [say.series, facts.series.join('; ')],
          [say.subjects, facts.subjects.length === 0 ? null : <Subjects subjects={facts.subjects} />],
          [say.classification, facts.classification],
          [say.isbn, facts.isbns.length === 0 ? null : <span class="digits">{facts.isbns.join(', ')}</span>],
        ]}
      />
      <p>
        <Downloads edition={edition} lang={lang} />
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
          { label: say.fact.isbn, cell: ({ facts }) => <span class="digits">{facts.isbns.join(', ')}</span> },
          { label: say.copies, numeric: true, cell: ({ id }) => formatCount(view.copiesOf.get(id) ?? 0, lang) },
          { label: say.download, cell: edition => <Downloads edition={edition} lang={lang} /> },
        ]}
      />
    </Section>
  )
}
