export const figuresPath = '/so-lieu'

export const figuresAt = (institution: string | null, month: string, page = 1): string => {
  const query = new URLSearchParams({ thang: month })
  if (institution !== null) query.set('noi', institution)
  if (page > 1) query.set('trang', String(page))
  return `${figuresPath}?${query}`
}
