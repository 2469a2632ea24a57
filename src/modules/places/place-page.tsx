import type { Language } from '../../kernel/language.ts'
import { addDays, formatDate } from '../../kernel/local-date.ts'
import { formatPercent } from '../../kernel/numbers.ts'
import {
  DataTable,
  Facts,
  type Frame,
  formatCount,
  Notice,
  Page,
  ResultList,
  Section,
  TileMap,
} from '../../site/index.ts'
import type { Ancestor, PlaceShare } from './ask-lineage.ts'
import { landmarkLabels } from './landmarks.ts'
import { words } from './messages.ts'
import { nameIn } from './names.ts'
import { paths } from './paths.ts'
import type { Place, PlaceOn, PlaceVersion, Validity } from './place.ts'
import { PlaceLink } from './place-link.tsx'
import type { PlaceEntry } from './port.ts'
import type { PlaceTile } from './store.ts'

export interface PlaceView {
  readonly place: Place
  /** The version that the page speaks of. */
  readonly shown: PlaceOn
  readonly parent: PlaceOn | null
  readonly madeOf: readonly Ancestor[]
  readonly successors: readonly PlaceShare[]
  /** Other units that bear, or bore, the same code. */
  readonly sameCode: readonly PlaceOn[]
  /** The parts of a district. */
  readonly parts: readonly { readonly place: PlaceOn; readonly today: readonly PlaceShare[] }[]
  readonly entries: readonly PlaceEntry[]
  /** The diagram of today, for a commune of today. */
  readonly tiles: readonly PlaceTile[]
}

export function validityInWords({ validFrom, validTo }: Validity, lang: Language): string {
  const say = words(lang)
  if (validFrom !== null && validTo !== null)
    return say.inForceBetween(formatDate(validFrom, lang), formatDate(validTo, lang))
  if (validFrom !== null) return say.inForceSince(formatDate(validFrom, lang))
  return validTo === null ? say.inForceAlways : say.inForceUntil(formatDate(validTo, lang))
}

/** Where a unit of the past went, first thing on its page. */
const Gone = ({ view: { shown, successors }, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  if (shown.validTo === null) return null
  const end = shown.validTo
  return (
    <Notice>
      <p>{say.gone(formatDate(shown.validTo, lang))}</p>
      {shown.level === 'district' && <p>{say.districtGone(formatDate(addDays(end, 1), lang))}</p>}
      {successors.map(({ place, share }) => {
        const since = formatDate(addDays(end, 1), lang)
        return (
          <p>
            {share === 1 ? say.wentTo(since) : say.wentToPart(since, formatPercent(share, lang))}{' '}
            <PlaceLink place={place} lang={lang} />.
          </p>
        )
      })}
    </Notice>
  )
}

const sameNameBefore = (view: PlaceView): boolean =>
  view.madeOf.length > 1 &&
  view.madeOf.some(({ place }) => place.code === view.shown.code && nameIn(place, 'vi') === nameIn(view.shown, 'vi'))

/** What to beware of when figures are compared by code. */
const Warnings = ({ view, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  const { shown } = view
  const others = view.sameCode.filter(other => nameIn(other, 'vi') !== nameIn(shown, 'vi'))
  const lines = others.map(other =>
    other.validTo === null && other.validFrom !== null
      ? say.codeNow(shown.code ?? '', nameIn(other, lang), formatDate(other.validFrom, lang))
      : say.codeElsewhere(shown.code ?? '', nameIn(other, lang)),
  )
  if (sameNameBefore(view) && shown.validFrom !== null)
    lines.push(say.sameNameLarger(formatDate(shown.validFrom, lang)))
  return lines.length === 0 ? null : (
    <Notice kind="care">
      {lines.map(line => (
        <p>{line}</p>
      ))}
    </Notice>
  )
}

const MadeOf = ({ view: { madeOf, shown }, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  if (madeOf.length === 0) return null
  const since = shown.validFrom === null ? '' : formatDate(shown.validFrom, lang)
  return (
    <Section title={say.madeOf}>
      <p>{say.madeOfLine(formatCount(madeOf.length, lang), since)}</p>
      <ul>
        {madeOf.map(({ place }) => (
          <li>
            <PlaceLink place={place} lang={lang} /> <span class="muted digits">{place.code}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Parts = ({ view: { parts }, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  if (parts.length === 0) return null
  return (
    <Section title={say.unitsOf}>
      <DataTable
        lang={lang}
        caption={say.unitsOf}
        captionHidden
        columns={[
          { label: say.name, head: true, cell: row => <PlaceLink place={row.place} lang={lang} /> },
          { label: say.code, cell: row => <span class="digits">{row.place.code}</span> },
          {
            label: say.whereNow,
            cell: row => row.today.map(({ place }) => <PlaceLink place={place} lang={lang} />),
          },
        ]}
        rows={parts}
        empty={say.none}
      />
    </Section>
  )
}

const Entries = ({ view: { entries, shown }, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  if (shown.level !== 'commune' || (entries.length === 0 && shown.validTo !== null)) return null
  return (
    <Section title={say.institutions}>
      {entries.length === 0 ? (
        <p>{say.noInstitutions}</p>
      ) : (
        <ResultList
          items={entries.map(entry => ({
            icon: 'place' as const,
            kind: entry.kind,
            title: entry.name,
            href: entry.href,
            ...(entry.state === null ? {} : { state: entry.state }),
          }))}
        />
      )}
    </Section>
  )
}

const Versions = ({ view: { place, shown }, lang }: { view: PlaceView; lang: Language }) => {
  const say = words(lang)
  return (
    <Section title={say.codes}>
      <DataTable
        lang={lang}
        caption={say.codes}
        captionHidden
        columns={[
          { label: say.name, head: true, cell: version => nameIn(version, lang) },
          { label: say.code, cell: version => <span class="digits">{version.code}</span> },
          { label: say.validity, cell: version => validityInWords(version, lang) },
          ...(place.versions.some(version => version.legalBasis !== null)
            ? [{ label: say.legalBasis, cell: (version: PlaceVersion) => version.legalBasis ?? '—' }]
            : []),
        ]}
        rows={place.versions}
        empty=""
      />
      {place.versions.length > 1 && shown.level === 'commune' && <p>{say.notMadeOf}</p>}
    </Section>
  )
}

/** The position of a commune of today among the others. */
const Position = ({ view: { tiles, shown }, lang }: { view: PlaceView; lang: Language }) => {
  if (tiles.length === 0) return null
  const tilesShown = tiles.map(({ col, row, place, name }) => ({
    col,
    row,
    name: nameIn({ name }, lang),
    kind: place === shown.id ? ('here' as const) : ('plain' as const),
  }))
  return (
    <TileMap
      lang={lang}
      sentence={words(lang).mapOf(nameIn(shown, lang))}
      tiles={tilesShown}
      labels={landmarkLabels(tiles)}
    />
  )
}

/** One line: what it is, since when, and who is there to go to. */
function aboutPlace({ shown, entries }: PlaceView, lang: Language): string {
  const say = words(lang)
  const names = entries.slice(0, 3).map(entry => entry.name)
  const there = names.length === 0 ? '' : `${say.institutions}: ${names.join(', ')}${entries.length > 3 ? ' …' : ''}`
  return [shown.type, `${say.code} ${shown.code}`, validityInWords(shown, lang), there].filter(Boolean).join(' · ')
}

interface PlacePageProps {
  readonly frame: Frame
  readonly view: PlaceView
  readonly origin: string
}

export const PlacePage = ({ frame, view, origin }: PlacePageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { shown, parent } = view
  const name = nameIn(shown, lang)
  const list = shown.validTo === null ? paths.communes : paths.communesOn(shown.validTo)
  return (
    <Page
      frame={frame}
      title={name}
      crumbs={[{ label: say.title, href: list }, { label: name }]}
      description={aboutPlace(view, lang)}
      share={{ origin, path: paths.place(shown) ?? frame.path, type: 'website' }}
    >
      <div class="flow">
        <p class="small muted">
          {shown.type} · {say.code} <span class="digits">{shown.code}</span> · {validityInWords(shown, lang)}
        </p>
        <h1>{name}</h1>
        <Gone view={view} lang={lang} />
        <Warnings view={view} lang={lang} />
      </div>
      <div class="grid aside">
        <div class="flow">
          <Entries view={view} lang={lang} />
          <Parts view={view} lang={lang} />
          <MadeOf view={view} lang={lang} />
          <Versions view={view} lang={lang} />
          <p class="small muted">{say.aboutData}</p>
        </div>
        <aside class="flow" aria-label={say.position}>
          <Position view={view} lang={lang} />
          <Facts
            small
            rows={[
              [say.belongsTo, parent && nameIn(parent, lang)],
              [say.inEnglish, lang === 'vi' && shown.name.length > 1 ? nameIn(shown, 'en') : null],
            ]}
          />
        </aside>
      </div>
    </Page>
  )
}
