import type { ObjectView } from './object-view.ts'
import { objectPath } from './paths.ts'

/** Kinds that schema.org has words for: what is made to be looked at. */
const artwork = /tranh|tượng|ảnh|họa|điêu khắc|paint|print|draw|sculpt|photo|relief/iu

/**
 * The object for machines that read pages: schema.org as JSON-LD 1.1, ready to stand in a data block. A basket is no work
 * of art, so it is a thing. `<` is written as an escape, so that no text can end the block.
 */
export function schemaOrg({ object, keeper }: ObjectView, origin: string): string {
  const { facts } = object
  const url = `${origin}${objectPath(object.id)}`
  const other = [...facts.title.slice(1).map(({ text }) => text), ...facts.otherTitles]
  const thing = {
    '@context': 'https://schema.org',
    '@id': url,
    url,
    name: facts.title[0]?.text,
    alternateName: other.length > 0 ? other : undefined,
    description: facts.description ?? undefined,
    identifier: object.accessionNumber ?? undefined,
  }
  const isArtwork = artwork.test(facts.kind ?? '')
  const data = !isArtwork
    ? { '@type': 'Thing', ...thing }
    : {
        '@type': 'VisualArtwork',
        ...thing,
        artform: facts.kind ?? undefined,
        artMedium: facts.material ?? undefined,
        creator: facts.makers.slice(0, 10).map(({ name }) => ({ '@type': 'Person', name })),
        dateCreated: facts.edtf ?? undefined,
        creditText: facts.creditLine ?? undefined,
        maintainer: { '@type': 'Organization', name: keeper.name, url: `${origin}${keeper.href}` },
      }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
