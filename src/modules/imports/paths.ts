export const importsPath = '/nghiep-vu/nhap'
export const batchPath = (batch: string): string => `${importsPath}/${batch}`
export const batchPaths = {
  pattern: `${importsPath}/:batch`,
  apply: (batch: string): string => `${batchPath(batch)}/dua-vao`,
  withdraw: (batch: string): string => `${batchPath(batch)}/rut`,
  readAgain: (batch: string): string => `${batchPath(batch)}/doc-lai`,
  columns: (batch: string): string => `${batchPath(batch)}/cot`,
  askColumns: (batch: string): string => `${batchPath(batch)}/cot-lai`,
  decide: (batch: string): string => `${batchPath(batch)}/quyet`,
  leftOut: (batch: string): string => `${batchPath(batch)}/de-lai`,
  list: (batch: string): string => `${batchPath(batch)}/danh-sach.csv`,
} as const

/** The records of a batch: which ones, from where on. */
export const recordsPath = (batch: string, filter: string | null, after: number): string => {
  const query = new URLSearchParams()
  if (filter !== null) query.set('xem', filter)
  if (after > 0) query.set('sau', String(after))
  const text = query.toString()
  return text === '' ? batchPath(batch) : `${batchPath(batch)}?${text}`
}
