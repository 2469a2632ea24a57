import { xmlText } from '../../kernel/xml.ts'

/** The fifteen elements. ISO 15836-1, DCMI Metadata Element Set 1.1. */
export type DublinCoreElement =
  | 'title'
  | 'creator'
  | 'subject'
  | 'description'
  | 'publisher'
  | 'contributor'
  | 'date'
  | 'type'
  | 'format'
  | 'identifier'
  | 'source'
  | 'language'
  | 'relation'
  | 'coverage'
  | 'rights'

/** One element with its value; every element is optional and may be repeated. */
export interface DublinCoreStatement {
  readonly element: DublinCoreElement
  readonly value: string
  /** BCP-47, of the value. */
  readonly lang?: string
}

export type DublinCoreRecord = readonly DublinCoreStatement[]

const namespaces = [
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"',
].join('\n  ')

function element({ element, value, lang }: DublinCoreStatement): string {
  const language = lang === undefined ? '' : ` xml:lang="${xmlText(lang)}"`
  return `  <dc:${element}${language}>${xmlText(value)}</dc:${element}>\n`
}

/**
 * The record as one `oai_dc:dc` element with its namespaces, so that it may stand alone or inside an answer of OAI-PMH;
 * statements stay in their order, those without a value are left out. OAI-PMH 2.0, "Dublin Core"; oai_dc.xsd.
 */
export function writeOaiDc(record: DublinCoreRecord): string {
  const elements = record.filter(({ value }) => value.trim() !== '').map(element)
  return `<oai_dc:dc ${namespaces}>\n${elements.join('')}</oai_dc:dc>\n`
}
