export const objectPath = (id: string): string => `/hien-vat/${id}`
export const objectPattern = '/hien-vat/:object'

/** The forms of an object besides its page, by the names that its address takes, as the media types they are sent with. */
export const objectFormTypes = {
  json: 'application/json; charset=utf-8',
  dc: 'application/xml; charset=utf-8',
} as const
export type ObjectForm = keyof typeof objectFormTypes
export const objectForms = Object.keys(objectFormTypes) as ObjectForm[]
export const isObjectForm = (text: string): text is ObjectForm => objectForms.some(form => form === text)
export const objectFormNames: Readonly<Record<ObjectForm, string>> = { json: 'JSON', dc: 'Dublin Core' }
export const objectFormPath = (id: string, form: ObjectForm): string => `${objectPath(id)}?as=${form}`

/** The registers that somebody keeps, and one institution's. */
export const registersPath = '/nghiep-vu/hien-vat'
export const registerPath = (institutionCode: string): string => `${registersPath}/${institutionCode}`
export const newObjectPath = (institutionCode: string): string => `${registerPath(institutionCode)}/moi`
export const registerFilePath = (institutionCode: string): string => `${registerPath(institutionCode)}/danh-sach.csv`
export const editObjectPath = (id: string): string => `${registersPath}/${id}/sua`
