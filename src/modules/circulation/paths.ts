export const desksPath = '/nghiep-vu/quay'

export type DeskMode = 'muon' | 'tra' | 'gia-han'

export const deskPath = (institutionCode: string): string => `${desksPath}/${institutionCode}`

/** The desk with a mode and, where one was scanned, a reader's card. */
export const deskAt = (institutionCode: string, mode: DeskMode, card: string | null, act?: string): string => {
  const query = new URLSearchParams({ viec: mode })
  if (card !== null) query.set('the', card)
  if (act !== undefined) query.set('vua', act)
  return `${deskPath(institutionCode)}?${query}`
}

export const overduePath = (institutionCode: string): string => `${deskPath(institutionCode)}/qua-han`
