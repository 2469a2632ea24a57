import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { DataTable, Facts, type Frame, formatCount, Notice, Page, Section, State, TileMap } from '../../site/index.ts'
import { type PlaceOn, placePaths } from '../places/index.ts'
import type { Contact, Institution } from './institution.ts'
import { kindOf } from './kinds.ts'
import { languageName } from './languages.ts'
import { schemaOrg } from './json-ld.ts'
import { words } from './messages.ts'
import { exceptionRows, hoursOf, weekRows } from './open-state.ts'
import { paths } from './paths.ts'
import type { Profile } from './profile.ts'

interface Part {
  readonly profile: Profile
  readonly lang: Language
}

const nameIn = ({ name }: Pick<Institution, 'name'>, lang: Language): string => textIn(name, lang).text

const Joined = ({ items }: { items: readonly Child[] }) => (
  <>
    {items.map((item, index) => (
      <>
        {index > 0 && ', '}
        {item}
      </>
    ))}
  </>
)

const InstitutionLink = ({ institution, lang }: { institution: Institution; lang: Language }) => (
  <a href={paths.institution(institution.code)}>{nameIn(institution, lang)}</a>
)

const UnitLink = ({ place, lang }: { place: PlaceOn; lang: Language }) => {
  const href = placePaths.place(place)
  const name = textIn(place.name, lang).text
  return href === null ? <>{name}</> : <a href={href}>{name}</a>
}

const Hours = ({ profile: { institution, summary }, lang }: Part) => {
  const say = words(lang)
  const hours = hoursOf(institution, summary.seat)
  const rows = hours === null ? [] : [...weekRows(hours, lang), ...exceptionRows(hours, lang)]
  return (
    <Section title={say.hours}>
      {rows.length === 0 ? (
        <p>{say.hoursUnknown}</p>
      ) : (
        <table>
          <caption class="hidden">{say.hours}</caption>
          <tbody>
            {rows.map(([day, time]) => (
              <tr>
                <th scope="row">{day}</th>
                <td class="digits">{time}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

const Lending = ({ profile: { institution, policy }, lang }: Part) => {
  const say = words(lang)
  if (kindOf(institution.kind).family !== 'library') return null
  const count = (number: number) => formatCount(number, lang)
  return (
    <Section title={say.lending}>
      {policy.maxLoans === 0 ? (
        <p>{say.noLending}</p>
      ) : (
        <ul>
          <li>{say.lendingRules(count(policy.maxLoans), count(policy.loanDays))}</li>
          <li>{policy.renewals === 0 ? say.noRenewal : say.renewable(count(policy.renewals))}</li>
          <li>{policy.graceDays === 0 ? say.graceNone : say.grace(count(policy.graceDays))}</li>
        </ul>
      )}
    </Section>
  )
}

const Equipment = ({ profile: { institution }, lang }: Part) =>
  institution.equipment.length === 0 ? null : (
    <Section title={words(lang).equipment}>
      <ul>
        {institution.equipment.map(({ what, count }) => (
          <li>{count === null ? what : `${what}: ${formatCount(count, lang)}`}</li>
        ))}
      </ul>
    </Section>
  )

const Facilities = ({ profile: { facilities }, lang }: Part) => {
  const say = words(lang)
  if (facilities.length < 2) return null
  return (
    <Section title={say.facilities}>
      <DataTable
        lang={lang}
        caption={say.facilities}
        captionHidden
        columns={[
          { label: say.facilities, head: true, cell: ({ facility }) => textIn(facility.name, lang).text },
          { label: say.address, cell: ({ facility }) => facility.address },
          { label: say.place, cell: ({ place }) => (place ? <UnitLink place={place} lang={lang} /> : '') },
        ]}
        rows={facilities}
        empty=""
      />
    </Section>
  )
}

/** What it was, what it came from and what it became. */
const History = ({ profile: { institution, formerNames, lineage }, lang }: Part) => {
  const say = words(lang)
  if (formerNames.length + lineage.length === 0) return null
  return (
    <Section title={say.history}>
      <ul>
        {formerNames.map(former => (
          <li>{say.formerName(textIn(former.name, lang).text, formatDate(former.validTo, lang))}</li>
        ))}
        {lineage.map(({ other, from, on, legalBasis }) => (
          <li>
            {from === institution.id ? say.became : say.cameFrom} <InstitutionLink institution={other} lang={lang} />,{' '}
            {say.since(formatDate(on, lang))}
            {legalBasis === null ? '' : ` (${legalBasis})`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const schemes = { phone: 'tel:', email: 'mailto:', web: '', zalo: '', facebook: '' } as const

/** Only addresses that a browser may follow become links. */
function ContactValue({ kind, value }: Contact) {
  if (kind === 'phone') return <a href={`${schemes.phone}${value.replace(/[^\d+]/g, '')}`}>{value}</a>
  if (kind === 'email') return <a href={`${schemes.email}${value}`}>{value}</a>
  return /^https?:\/\//.test(value) ? <a href={value}>{value.replace(/^https?:\/\//, '')}</a> : <>{value}</>
}

const Where = ({ profile, lang }: Part) => {
  const say = words(lang)
  const { institution, facilities, madeOf, parent, pairs, branches } = profile
  const seat = facilities[0]
  const place = seat?.place ?? null
  const names = madeOf
    .filter(({ place: { level } }) => level === 'commune')
    .map(ancestor => textIn(ancestor.place.name, lang).text)
  return (
    <Facts
      small
      rows={[
        [say.address, seat?.facility.address || null],
        [
          say.place,
          place && (
            <>
              <UnitLink place={place} lang={lang} />
              {place.validFrom !== null &&
                names.length > 1 &&
                `, ${say.placeSince(formatDate(place.validFrom, lang), names.join(', '))}`}
            </>
          ),
        ],
        ...institution.contacts.map(
          contact => [say.contactKinds[contact.kind], <ContactValue {...contact} />] as const,
        ),
        [say.accessibility, textIn(institution.accessibility, lang).text || null],
        [say.languages, institution.languages.map(tag => languageName(tag, lang)).join(', ') || null],
        [say.branchOf, parent && <InstitutionLink institution={parent} lang={lang} />],
        [
          say.pairedWith,
          pairs.length > 0 ? (
            <Joined items={pairs.map(pair => <InstitutionLink institution={pair} lang={lang} />)} />
          ) : null,
        ],
        [
          say.branches,
          branches.length > 0 ? (
            <Joined items={branches.map(branch => <InstitutionLink institution={branch} lang={lang} />)} />
          ) : null,
        ],
        [say.founded, formatDate(institution.validFrom, lang)],
      ]}
    />
  )
}

const Position = ({ profile: { facilities, tiles }, lang }: Part) => {
  const here = facilities[0]?.place
  if (!here || !tiles.some(tile => tile.place === here.id)) return null
  return (
    <TileMap
      lang={lang}
      sentence={words(lang).mapOf(textIn(here.name, lang).text)}
      tiles={tiles.map(({ col, row, name, place }) => ({
        col,
        row,
        name: textIn(name, lang).text,
        kind: place === here.id ? ('here' as const) : ('plain' as const),
      }))}
    />
  )
}

interface InstitutionPageProps {
  readonly frame: Frame
  readonly profile: Profile
  readonly origin: string
  /** The reader may change it. */
  readonly editable: boolean
  readonly saved: boolean
}

export const InstitutionPage = ({ frame, profile, origin, editable, saved }: InstitutionPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { institution, summary } = profile
  const about = textIn(institution.about, lang)
  const pairKinds = profile.pairs.map(pair => kindOf(pair.kind)[lang].toLowerCase())
  return (
    <Page
      frame={frame}
      title={summary.name}
      crumbs={[{ label: say.listTitle, href: paths.list }, { label: summary.name }]}
      {...(about.text === '' ? {} : { description: about.text })}
    >
      <div class="grid aside">
        <div>
          <div class="flow">
            {saved && (
              <Notice kind="done" role="status">
                {say.saved}
              </Notice>
            )}
            <p class="small muted">{[summary.kindName, ...pairKinds].join(' · ')}</p>
            <h1 lang={summary.nameLang}>{summary.name}</h1>
            <p>
              <State kind={summary.state.kind}>{summary.state.text}</State>
            </p>
            {about.text !== '' && <p lang={about.missing ? about.lang : undefined}>{about.text}</p>}
            {editable && (
              <p>
                <a href={paths.edit(institution.code)}>{say.edit}</a>
              </p>
            )}
          </div>
          <Hours profile={profile} lang={lang} />
          <Equipment profile={profile} lang={lang} />
          <Lending profile={profile} lang={lang} />
          <Facilities profile={profile} lang={lang} />
          <History profile={profile} lang={lang} />
        </div>
        <aside class="flow" aria-label={say.position}>
          <Position profile={profile} lang={lang} />
          <Where profile={profile} lang={lang} />
        </aside>
      </div>
      {raw(`<script type="application/ld+json">${schemaOrg(profile, origin)}</script>`)}
    </Page>
  )
}
