import { xmlDeclaration } from '../../kernel/xml.ts'
import type { DublinCoreElement, DublinCoreRecord, DublinCoreStatement } from '../../standards/dublin-core/index.ts'
import { writeOaiDc } from '../../standards/dublin-core/index.ts'
import type { ObjectView } from './object-view.ts'
import { type ObjectForm, objectPath } from './paths.ts'

/** An object in Dublin Core; `url` is its page. The keeper is no publisher: it stands as the source. */
export function toDublinCore({ object, keeper }: ObjectView, url: string): DublinCoreRecord {
  const { facts } = object
  const [creator, ...contributors] = facts.makers.map(({ name }) => name)
  const all = (element: DublinCoreElement, values: readonly (string | null | undefined)[]): DublinCoreStatement[] =>
    values.flatMap(value => (value ? [{ element, value }] : []))
  return [
    ...facts.title.map(
      ({ text, lang }): DublinCoreStatement => ({ element: 'title', value: text, ...(lang === 'und' ? {} : { lang }) }),
    ),
    ...all('title', facts.otherTitles),
    ...all('creator', [creator]),
    ...all('contributor', contributors),
    ...all('subject', [facts.kind]),
    ...all('description', [facts.description]),
    ...all('date', [facts.edtf ?? facts.date]),
    { element: 'type', value: 'PhysicalObject' },
    ...all('format', [facts.material, facts.dimensions]),
    ...all('identifier', [url, object.accessionNumber]),
    ...all('source', [keeper.name]),
    ...all('coverage', [facts.origin]),
    ...all('rights', [facts.rights, facts.creditLine]),
  ]
}

/** The object as data: what its page shows, and not where it came from. */
function objectJson({ object, keeper }: ObjectView, origin: string): object {
  const { id, accessionNumber } = object
  const { provenance: _, image: _file, title, ...facts } = object.facts
  return {
    id,
    url: `${origin}${objectPath(id)}`,
    accessionNumber,
    title: title.map(({ lang, text }) => ({ lang, text })),
    ...facts,
    keeper: { code: keeper.code, name: keeper.name, url: `${origin}${keeper.href}` },
  }
}

/** The text of a form of the object. */
export const writeObject = (view: ObjectView, form: ObjectForm, origin: string): string =>
  form === 'json'
    ? JSON.stringify(objectJson(view, origin))
    : `${xmlDeclaration}${writeOaiDc(toDublinCore(view, `${origin}${objectPath(view.object.id)}`))}`
