import type { Language } from '../../kernel/language.ts'

export const workPath = (id: string): string => `/sach/${id}`
export const workPattern = '/sach/:work'

/** The forms of a work besides its page, by the names that its address takes, as the media types they are sent with. */
export const workFormTypes = {
  json: 'application/json; charset=utf-8',
  dc: 'application/xml; charset=utf-8',
  marcxml: 'application/marcxml+xml; charset=utf-8',
  marc: 'application/marc',
} as const
export type WorkForm = keyof typeof workFormTypes
export const workForms = Object.keys(workFormTypes) as WorkForm[]
export const isWorkForm = (text: string): text is WorkForm => workForms.some(form => form === text)
export const workFormNames: Readonly<Record<WorkForm, string>> = {
  json: 'JSON',
  dc: 'Dublin Core',
  marcxml: 'MARCXML',
  marc: 'MARC 21',
}
export const workFormPath = (id: string, form: WorkForm): string => `${workPath(id)}?as=${form}`

/** What came last into the catalogue: of the province, or of one institution. */
export const arrivalsPath = '/moi'
export const arrivalsAt = (institution: string | null, page = 1): string => {
  const query = new URLSearchParams()
  if (institution !== null) query.set('noi', institution)
  if (page > 1) query.set('trang', String(page))
  return query.size === 0 ? arrivalsPath : `${arrivalsPath}?${query}`
}
/** The same as RSS. A reader of feeds keeps no cookie, so the address says the language when it is not Vietnamese. */
export const feedPath = '/moi.rss'
export const feedAt = (institution: string | null, lang: Language): string => {
  const query = new URLSearchParams()
  if (institution !== null) query.set('noi', institution)
  if (lang !== 'vi') query.set('lang', lang)
  return query.size === 0 ? feedPath : `${feedPath}?${query}`
}

export const recordForms = ['mrc', 'xml'] as const
export type RecordForm = (typeof recordForms)[number]
export const recordPath = (edition: string, form: RecordForm): string => `/sach/an-pham/${edition}.${form}`
export const recordPattern = '/sach/an-pham/:file'

/** Where people with the right describe books, correct them, see to copies, and say which editions are one work. */
const cataloguing = '/nghiep-vu/muc-luc'
export const cataloguingPaths = {
  describe: `${cataloguing}/moi`,
  correct: (edition: string): string => `${cataloguing}/an-pham/${edition}/sua`,
  grouping: (edition: string): string => `${cataloguing}/an-pham/${edition}/tac-pham`,
  split: (edition: string): string => `${cataloguing}/an-pham/${edition}/tach`,
  join: (edition: string): string => `${cataloguing}/an-pham/${edition}/ghep`,
  copies: `${cataloguing}/ban`,
  copiesOf: (edition: string): string => `${cataloguing}/ban?an-pham=${edition}`,
  copy: (item: string): string => `${cataloguing}/ban/${item}`,
  withdrawCopy: (item: string): string => `${cataloguing}/ban/${item}/thanh-ly`,
} as const
