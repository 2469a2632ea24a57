export const figuresPath = '/so-lieu'

/** The twelve months that end with one, of an institution or of all of them, as a file. */
export const figuresFile = '/so-lieu.csv'

export const figuresFileAt = (institution: string | null, month: string): string => {
  const query = new URLSearchParams({ thang: month })
  if (institution !== null) query.set('noi', institution)
  return `${figuresFile}?${query}`
}

export const figuresAt = (institution: string | null, month: string, page = 1): string => {
  const query = new URLSearchParams({ thang: month })
  if (institution !== null) query.set('noi', institution)
  if (page > 1) query.set('trang', String(page))
  return `${figuresPath}?${query}`
}
