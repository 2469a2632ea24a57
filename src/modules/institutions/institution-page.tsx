import { raw } from 'hono/html'
import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { DataTable, type Frame, formatCount, Notice, Page, Section, State, TileMap } from '../../site/index.ts'
import { landmarkLabels } from '../places/index.ts'
import { InstitutionLink, type Part, UnitLink, Where } from './institution-facts.tsx'
import { schemaOrg } from './json-ld.ts'
import { kindOf } from './kinds.ts'
import { words } from './messages.ts'
import { exceptionRows, hoursOf, weekRows } from './open-state.ts'
import { paths } from './paths.ts'
import type { HoldingLink } from './port.ts'
import type { Profile } from './profile.ts'

const Hours = ({ profile: { institution, summary, today }, lang }: Part) => {
  const say = words(lang)
  const hours = hoursOf(institution, summary.seat)
  const rows = hours === null ? [] : [...weekRows(hours, lang), ...exceptionRows(hours, lang, today)]
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

const Here = ({ profile: { institution }, holdings, lang }: Part & { holdings: readonly HoldingLink[] }) =>
  institution.equipment.length + holdings.length === 0 ? null : (
    <Section title={words(lang).here}>
      <ul>
        {holdings.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        {institution.equipment.map(({ what, count }) => (
          <li>{count === null ? what : `${what}: ${formatCount(count, lang)}`}</li>
        ))}
      </ul>
    </Section>
  )

const ComingUp = ({ links, lang }: { links: readonly HoldingLink[]; lang: Language }) =>
  links.length === 0 ? null : (
    <Section title={words(lang).comingUp}>
      <ul>
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
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
          { label: say.facility, head: true, cell: ({ facility }) => textIn(facility.name, lang).text },
          { label: say.address, cell: ({ facility }) => facility.address },
          { label: say.place, cell: ({ place }) => (place ? <UnitLink place={place} lang={lang} /> : '') },
        ]}
        rows={facilities}
        empty=""
      />
    </Section>
  )
}

const branchesShown = 8

const Branches = ({ profile: { branches, institution }, lang }: Part) => {
  const say = words(lang)
  if (branches.length === 0) return null
  return (
    <Section title={say.branches}>
      <ul>
        {branches.slice(0, branchesShown).map(branch => (
          <li>
            <InstitutionLink institution={branch} lang={lang} />
          </li>
        ))}
      </ul>
      {branches.length > branchesShown && (
        <p>
          <a href={paths.branches(institution.code)}>{say.allBranches(formatCount(branches.length, lang))}</a>
        </p>
      )}
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
      labels={landmarkLabels(tiles)}
    />
  )
}

/** What it is and where, for an institution of which nothing else is told. */
function seatLine({ summary, facilities }: Profile, lang: Language): string {
  const seat = facilities[0]
  const place = seat?.place ? textIn(seat.place.name, lang).text : ''
  return [summary.kindName, seat?.facility.address, place].filter(Boolean).join(' · ')
}

interface InstitutionPageProps {
  readonly frame: Frame
  readonly profile: Profile
  /** What it keeps, as far as the reader may find it. */
  readonly holdings: readonly HoldingLink[]
  /** What is to happen there. */
  readonly comingUp: readonly HoldingLink[]
  readonly origin: string
  /** The reader may change it. */
  readonly editable: boolean
  readonly saved: boolean
}

export const InstitutionPage = ({
  frame,
  profile,
  holdings,
  comingUp,
  origin,
  editable,
  saved,
}: InstitutionPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { institution, summary } = profile
  const about = textIn(institution.about, lang)
  const ended = institution.validTo !== null && institution.validTo < profile.today
  const pairKinds = profile.pairs.map(pair => kindOf(pair.kind)[lang].toLowerCase())
  return (
    <Page
      frame={frame}
      title={summary.name}
      crumbs={[{ label: say.listTitle, href: paths.list }, { label: summary.name }]}
      description={about.text || seatLine(profile, lang)}
      share={{ origin, path: paths.institution(institution.code), type: 'website' }}
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
          {!ended && <Hours profile={profile} lang={lang} />}
          <ComingUp links={comingUp} lang={lang} />
          <Here profile={profile} holdings={holdings} lang={lang} />
          {!ended && <Lending profile={profile} lang={lang} />}
          <Branches profile={profile} lang={lang} />
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
