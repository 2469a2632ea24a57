import type { Borders, Way } from './breakdown.ts'

/** What an address of figures asks for; what is usual is left out of it. */
export interface FiguresAddress {
  /** '2026-11' or '2026'; '' is the year that is going on. */
  readonly period?: string
  /** Code of an institution. */
  readonly institution?: string | null
  readonly way?: Way
  readonly borders?: Borders
  /** From 1. */
  readonly page?: number
}

function withQuery(path: string, { period, institution, way, borders, page }: FiguresAddress): string {
  const query = new URLSearchParams()
  if (period) query.set('ky', period)
  if (institution) query.set('noi', institution)
  if (way !== undefined && way !== 'noi') query.set('theo', way)
  if (borders !== undefined && borders !== 'hom-nay') query.set('dia-gioi', borders)
  if (page !== undefined && page > 1) query.set('trang', String(page))
  return query.size === 0 ? path : `${path}?${query}`
}

export const figuresPath = '/so-lieu'

/** The twelve months that end with the period, of an institution or of all of them, as a file. */
export const figuresFile = '/so-lieu.csv'
export const figuresWorkbook = '/so-lieu.xlsx'

export const figurePattern = '/so-lieu/:indicator'
export const figureFilePattern = '/so-lieu/:indicator/:file'

export const figuresAt = (address: FiguresAddress = {}): string => withQuery(figuresPath, address)
export const figuresFileAt = (address: FiguresAddress): string => withQuery(figuresFile, address)
export const figuresWorkbookAt = (address: FiguresAddress): string => withQuery(figuresWorkbook, address)

/** One indicator by itself. */
export const figureAt = (indicator: string, address: FiguresAddress = {}): string =>
  withQuery(`${figuresPath}/${indicator}`, address)

/** Exactly what its page shows, all pages of it. */
export const figureFileAt = (indicator: string, kind: 'csv' | 'xlsx', address: FiguresAddress): string =>
  withQuery(`${figuresPath}/${indicator}/bang.${kind}`, address)

export const targetsPath = '/nghiep-vu/ke-hoach'

/** The form of one indicator's targets in a year or, as '2026-11', one of its months. */
export const targetsAt = (period: string, indicator: string): string =>
  `${targetsPath}?${new URLSearchParams({ ky: period, 'chi-so': indicator })}`

export const factsPattern = '/nghiep-vu/so-lieu/:indicator/su-viec'

/** The anonymous facts behind a figure; of one line of a breakdown, when its key is given. */
export const factsAt = (indicator: string, address: FiguresAddress = {}, line: string | null = null): string => {
  const path = withQuery(`/nghiep-vu/so-lieu/${indicator}/su-viec`, address)
  return line === null ? path : `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ dong: line })}`
}
