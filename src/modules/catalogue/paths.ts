export const workPath = (id: string): string => `/sach/${id}`
export const recordPath = (edition: string, form: 'marcxml' | 'marc'): string =>
  `/sach/an-pham/${edition}.${form === 'marc' ? 'mrc' : 'xml'}`
export const importsPath = '/nghiep-vu/nhap'
export const batchPath = (batch: string): string => `${importsPath}/${batch}`
