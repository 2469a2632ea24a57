import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { Facts } from '../../site/index.ts'
import { type PlaceOn, placePaths } from '../places/index.ts'
import type { Contact, Institution } from './institution.ts'
import { languageName } from './languages.ts'
import { words } from './messages.ts'
import { paths } from './paths.ts'
import type { Profile } from './profile.ts'

export interface Part {
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

export const InstitutionLink = ({ institution, lang }: { institution: Institution; lang: Language }) => (
  <a href={paths.institution(institution.code)}>{nameIn(institution, lang)}</a>
)

export const UnitLink = ({ place, lang }: { place: PlaceOn; lang: Language }) => {
  const href = placePaths.place(place)
  const name = textIn(place.name, lang).text
  return href === null ? <>{name}</> : <a href={href}>{name}</a>
}

const schemes = { phone: 'tel:', email: 'mailto:', web: '', zalo: '', facebook: '' } as const

/** Only addresses that a browser may follow become links. */
function ContactValue({ kind, value }: Contact) {
  if (kind === 'phone') return <a href={`${schemes.phone}${value.replace(/[^\d+]/g, '')}`}>{value}</a>
  if (kind === 'email') return <a href={`${schemes.email}${value}`}>{value}</a>
  return /^https?:\/\//.test(value) ? <a href={value}>{value.replace(/^https?:\/\//, '')}</a> : <>{value}</>
}

/** Where it is, how to reach it, what is spoken there and whose it is. */
export const Where = ({ profile, lang }: Part) => {
  const say = words(lang)
  const { institution, facilities, madeOf, parent, pairs } = profile
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
        [say.founded, formatDate(institution.validFrom, lang)],
      ]}
    />
  )
}
