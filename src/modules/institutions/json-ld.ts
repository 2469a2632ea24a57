import { textIn } from '../../kernel/localized-text.ts'
import { type KindId, kindOf } from './kinds.ts'
import { paths } from './paths.ts'
import type { Profile } from './profile.ts'

/** The closest types of schema.org; what has none of its own is a civic structure. */
const types: Partial<Record<KindId, string>> = {
  'traditional-house': 'Museum',
  school: 'School',
  'youth-centre': 'CivicStructure',
  agency: 'GovernmentOrganization',
  association: 'NGO',
  partner: 'Organization',
}

function typeOf(kind: KindId): string {
  const byFamily = {
    library: 'Library',
    museum: 'Museum',
    culture: 'CivicStructure',
    learning: 'EducationalOrganization',
  }
  const { family } = kindOf(kind)
  return types[kind] ?? (family === 'partner' ? 'Organization' : byFamily[family])
}

/**
 * The institution for machines that read pages: schema.org as JSON-LD 1.1, ready to stand in a data block.
 * `<` is written as an escape, so that no text can end the block.
 */
export function schemaOrg({ institution, facilities, parent }: Profile, origin: string): string {
  const seat = facilities[0]
  const place = seat?.place ? textIn(seat.place.name, 'vi').text : undefined
  const value = (kind: string) => institution.contacts.find(contact => contact.kind === kind)?.value
  const centre = seat?.facility.centre
  const address = {
    '@type': 'PostalAddress',
    streetAddress: seat?.facility.address,
    addressLocality: place,
    addressCountry: 'VN',
  }
  const data = {
    '@context': 'https://schema.org',
    '@type': typeOf(institution.kind),
    '@id': `${origin}${paths.institution(institution.code)}`,
    name: textIn(institution.name, 'vi').text,
    alternateName: institution.name.slice(1).map(({ text }) => text),
    description: textIn(institution.about, 'vi').text || undefined,
    url: value('web'),
    telephone: value('phone'),
    email: value('email'),
    foundingDate: institution.validFrom,
    dissolutionDate: institution.validTo ?? undefined,
    knowsLanguage: institution.languages,
    address: seat ? address : undefined,
    geo: centre ? { '@type': 'GeoCoordinates', ...centre } : undefined,
    parentOrganization: parent ? { '@id': `${origin}${paths.institution(parent.code)}` } : undefined,
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
