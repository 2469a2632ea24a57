import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { type Frame, formatCount, Notice, Page, Qr, Section, State, WordCover } from '../../site/index.ts'
import { searchPaths } from '../search/index.ts'
import { citation } from './cite.ts'
import { langOf, orUntitled, titleIn } from './describe.ts'
import type { EditionFacts } from './edition.ts'
import { schemaOrg } from './json-ld.ts'
import { words } from './messages.ts'
import { workFormNames, workFormPath, workForms, workFormTypes, workPath } from './paths.ts'
import { Description, Editions, People, Whereabouts } from './work-parts.tsx'
import { WorkStaff, type WorkStaffView } from './work-staff.tsx'
import type { WorkView } from './work-view.ts'

interface WorkPageProps {
  readonly frame: Frame
  readonly view: WorkView
  readonly origin: string
  /** What staff may do here; null for everybody else. */
  readonly staff: WorkStaffView | null
  /** What the one who looks can do about it, by the modules after this one. */
  readonly todo: Child
}

const Copies = ({ view, lang }: { view: WorkView; lang: Language }) => {
  const say = words(lang)
  if (view.copies === 0) return <State kind="none">{say.noCopies}</State>
  return view.free > 0 ? (
    <State kind="there">{say.onShelf(formatCount(view.free, lang))}</State>
  ) : (
    <State kind="few">{say.allOut}</State>
  )
}

/** What the book is about, in the record's own words; short ones first come, so that the page stays light. */
const About = ({ facts, lang }: { facts: EditionFacts; lang: Language }) => {
  if (facts.notes.length === 0) return null
  return (
    <Section title={words(lang).notesTitle} class="flow">
      {facts.notes.slice(0, 8).map(note => (
        <p lang={facts.language === null ? undefined : langOf(facts.language, lang)}>{note}</p>
      ))}
    </Section>
  )
}

const TakeAlong = ({ facts, address, lang }: { facts: EditionFacts; address: string; lang: Language }) => {
  const say = words(lang)
  return (
    <aside class="row" aria-label={say.takeAlong}>
      <Qr lang={lang} address={address} />
      <div class="flow small">
        <p>
          <strong>{say.takeAlong}</strong>
        </p>
        <p>{say.scan}</p>
        <p>
          <strong>{say.cite}:</strong> {citation(facts)}
        </p>
      </div>
    </aside>
  )
}

export const WorkPage = ({ frame, view, origin, staff, todo }: WorkPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const facts = view.editions[0]?.facts
  if (facts === undefined) return null
  const named = orUntitled(view.work.title)
  const shown = textIn(named, lang)
  const title = titleIn(named, facts.volume, lang)
  const titleLang = langOf(shown.lang, lang)
  const people = facts.people.map(person => person.name).join(', ')
  const published = [facts.publisher, facts.date ?? facts.year].filter(Boolean).join(', ')
  const at = view.places === 0 ? '' : say.heldAt(formatCount(view.places, lang))
  const printings = view.editions.length > 1 ? ` · ${say.printings(formatCount(view.editions.length, lang))}` : ''
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[{ label: say.books, href: `${searchPaths.search}?loai=work` }, { label: title }]}
      description={[people, published, at].filter(Boolean).join(' · ')}
      share={{ origin, path: workPath(view.work.id), type: 'book' }}
      alternates={workForms.map(form => ({
        href: workFormPath(view.work.id, form),
        type: workFormTypes[form].replace(/;.*/, ''),
        title: workFormNames[form],
      }))}
    >
      <div class="grid sided">
        <WordCover lang={lang} title={shown.text} {...(titleLang === undefined ? {} : { titleLang })} />
        <div class="flow">
          <p class="small muted">{`${say.book}${printings}`}</p>
          <h1 lang={titleLang}>{title}</h1>
          {facts.otherTitles.slice(0, 3).map(other => (
            <p class="name">{other}</p>
          ))}
          {facts.people.length > 0 && (
            <p>
              <People people={facts.people} />
            </p>
          )}
          <p>
            <Copies view={view} lang={lang} />
          </p>
        </div>
      </div>
      <Whereabouts view={view} lang={lang} />
      {todo}
      <About facts={facts} lang={lang} />
      <Section title={say.description} class="grid halves">
        <Description view={view} lang={lang} />
        <TakeAlong facts={facts} address={`${origin}${workPath(view.work.id)}`} lang={lang} />
      </Section>
      <Editions view={view} lang={lang} />
      {staff !== null && <WorkStaff staff={staff} lang={lang} />}
      {raw(`<script type="application/ld+json">${schemaOrg(view, origin)}</script>`)}
    </Page>
  )
}

/** A work that is not in the catalogue any more: said so, with the way to look for it. */
export const GonePage = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.goneTitle}>
      <div class="flow">
        <h1>{say.goneTitle}</h1>
        <p>{say.goneText}</p>
        <p>
          <a class="button" href={searchPaths.search}>
            {say.search}
          </a>
        </p>
      </div>
    </Page>
  )
}

/** A form that the work cannot be had in, with those in which it can. */
export const NoSuchFormPage = ({ frame, work }: { frame: Frame; work: string }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.noSuchFormTitle}>
      <div class="flow">
        <h1>{say.noSuchFormTitle}</h1>
        <p>{say.noSuchForm}</p>
        <ul>
          {workForms.map(form => (
            <li>
              <a href={workFormPath(work, form)}>{workFormNames[form]}</a>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={workPath(work)}>
            {say.backToBook}
          </a>
        </p>
      </div>
    </Page>
  )
}

/** A record that the form asked for cannot hold. */
export const NotWritablePage = ({ frame, reasons }: { frame: Frame; reasons: readonly string[] }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.download}>
      <div class="flow">
        <h1>{say.download}</h1>
        <Notice kind="refusal">
          <p>{say.notWritable}</p>
          <ul>
            {reasons.map(reason => (
              <li>{reason}</li>
            ))}
          </ul>
        </Notice>
      </div>
    </Page>
  )
}
