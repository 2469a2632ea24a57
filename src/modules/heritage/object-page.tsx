import { raw } from 'hono/html'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { Facts, type Frame, Notice, Page, Qr, Section, State } from '../../site/index.ts'
import { searchPaths } from '../search/index.ts'
import { citation } from './cite.ts'
import { fieldLabel, type ObjectField } from './fields.ts'
import { schemaOrg } from './json-ld.ts'
import { words } from './messages.ts'
import { saysUnknown } from './object-date.ts'
import { dateIn, type KeeperView, type ObjectView } from './object-view.ts'
import {
  editObjectPath,
  objectFormNames,
  objectFormPath,
  objectForms,
  objectFormTypes,
  objectPath,
  registerPath,
} from './paths.ts'
import { decideShown } from './protocol.ts'

interface ObjectPageProps {
  readonly frame: Frame
  readonly view: ObjectView
  readonly origin: string
}

/** For the `lang` attribute: nothing where the page's language is meant or nobody knows. */
const langOf = (lang: string, page: Language): string | undefined =>
  lang === 'und' || lang === page ? undefined : lang

/** Why nobody else sees this page; and the way to change that. */
const KeptBack = ({ view, lang }: { view: ObjectView; lang: Language }) => {
  const say = words(lang)
  const { object } = view
  const { because } = decideShown(object.facts)
  const phrases = because.slice(0, 5).map(({ phrase, reason }) => `“${phrase}” (${say.protocol[reason]})`)
  return (
    <Notice kind="care" title={say.hiddenTitle}>
      <p>{object.decided || phrases.length === 0 ? say.hiddenByChoice : say.hiddenByRule(phrases.join(', '))}</p>
    </Notice>
  )
}

const StaffLinks = ({ view, lang }: { view: ObjectView; lang: Language }) => {
  const say = words(lang)
  return (
    <p class="row no-print">
      <a class="button quiet" href={editObjectPath(view.object.id)}>
        {say.correct}
      </a>
      <a class="button quiet" href={registerPath(view.keeper.code)}>
        {say.toRegister}
      </a>
    </p>
  )
}

const RecordFacts = ({ view, lang }: { view: ObjectView; lang: Language }) => {
  const say = words(lang)
  const { facts, accessionNumber } = view.object
  const makers = facts.makers.map(({ name, role }) => (role === null ? name : `${name} (${role})`))
  const label = (field: ObjectField) => fieldLabel(field, lang)
  return (
    <Facts
      rows={[
        [say.number, accessionNumber === null ? null : <span class="digits">{accessionNumber}</span>],
        [label('otherTitles'), facts.otherTitles.join('; ')],
        [label('kind'), facts.kind],
        [label('makers'), makers.join('; ')],
        [label('date'), dateIn(facts, lang)],
        [label('material'), facts.material],
        [label('dimensions'), facts.dimensions],
        [label('origin'), facts.origin],
        [label('creditLine'), facts.creditLine],
        [label('rights'), facts.rights ?? say.noRights],
      ]}
    />
  )
}

const Keeper = ({ keeper, lang }: { keeper: KeeperView; lang: Language }) => (
  <>
    <p>
      <a href={keeper.href} lang={keeper.nameLang}>
        {keeper.name}
      </a>
      {keeper.place !== '' && ` · ${keeper.place}`}
      <br />
      <State kind={keeper.state.kind}>{keeper.state.text}</State>
    </p>
    <p>
      <a href={`${searchPaths.search}?${new URLSearchParams({ loai: 'object', noi: keeper.code })}`}>
        {words(lang).moreHere}
      </a>
    </p>
  </>
)

const TakeAlong = ({ view, origin, lang }: { view: ObjectView; origin: string; lang: Language }) => {
  const say = words(lang)
  const { id } = view.object
  return (
    <aside class="row" aria-label={say.takeAlong}>
      <Qr lang={lang} address={`${origin}${objectPath(id)}`} />
      <div class="flow small">
        <p>
          <strong>{say.takeAlong}</strong>
        </p>
        <p>{say.scan}</p>
        <p>
          <strong>{say.cite}:</strong> {citation(view.object, view.keeper.name)}
        </p>
        <p>
          {`${say.otherForms}: `}
          {objectForms.map((form, at) => (
            <>
              {at > 0 && ' · '}
              <a href={objectFormPath(id, form)}>{objectFormNames[form]}</a>
            </>
          ))}
        </p>
      </div>
    </aside>
  )
}

export const ObjectPage = ({ frame, view, origin }: ObjectPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { object, keeper } = view
  const { facts } = object
  const shown = textIn(facts.title, lang)
  const others = facts.title.filter(({ text }) => text !== shown.text)
  const date = saysUnknown(facts.date ?? '') ? null : dateIn(facts, lang)
  const line = [facts.kind, date].filter(Boolean).join(' · ')
  // A register is written in one language, that of its first title.
  const written = langOf(facts.title[0]?.lang ?? 'und', lang)
  return (
    <Page
      frame={frame}
      title={shown.text}
      crumbs={[{ label: say.objects, href: `${searchPaths.search}?loai=object` }, { label: shown.text }]}
      description={[line, facts.description, keeper.name].filter(Boolean).join(' · ')}
      share={{ origin, path: objectPath(object.id), type: 'website' }}
      alternates={objectForms.map(form => ({
        href: objectFormPath(object.id, form),
        type: objectFormTypes[form].replace(/;.*/, ''),
        title: objectFormNames[form],
      }))}
    >
      <div class="flow">
        {object.shown === 'staff' && <KeptBack view={view} lang={lang} />}
        <p class="small muted">{[say.object, line].filter(Boolean).join(' · ')}</p>
        <h1 lang={langOf(shown.lang, lang)}>{shown.text}</h1>
        {others.map(other => (
          <p class="name" lang={langOf(other.lang, lang)}>
            {other.text}
          </p>
        ))}
        {view.mayCorrect && <StaffLinks view={view} lang={lang} />}
      </div>
      {facts.description !== null && (
        <Section title={say.about} class="flow">
          {facts.description.split(/\n+/).map(paragraph => (
            <p lang={written}>{paragraph}</p>
          ))}
        </Section>
      )}
      <Section title={say.where} class="flow">
        <Keeper keeper={keeper} lang={lang} />
      </Section>
      <Section title={say.record} class="grid halves">
        <RecordFacts view={view} lang={lang} />
        <TakeAlong view={view} origin={origin} lang={lang} />
      </Section>
      {raw(`<script type="application/ld+json">${schemaOrg(view, origin)}</script>`)}
    </Page>
  )
}

/** An object that is not in its register any more: said so, with the way to look for others. */
export const GonePage = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.goneTitle}>
      <div class="flow">
        <h1>{say.goneTitle}</h1>
        <p>{say.goneText}</p>
        <p>
          <a class="button" href={`${searchPaths.search}?loai=object`}>
            {say.search}
          </a>
        </p>
      </div>
    </Page>
  )
}

/** A form that the object cannot be had in, with those in which it can. */
export const NoSuchFormPage = ({ frame, object }: { frame: Frame; object: string }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.noSuchFormTitle}>
      <div class="flow">
        <h1>{say.noSuchFormTitle}</h1>
        <p>{say.noSuchForm}</p>
        <ul>
          {objectForms.map(form => (
            <li>
              <a href={objectFormPath(object, form)}>{objectFormNames[form]}</a>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={objectPath(object)}>
            {say.backToObject}
          </a>
        </p>
      </div>
    </Page>
  )
}
