/** Where a helper begins; reading the address tells nobody whom they help. */
export const assistPath = '/nghiep-vu/giup'
export const assistAt = (end: 'roi' | 'het' | 'thoi'): string => `${assistPath}?${new URLSearchParams({ xong: end })}`
export const turnPath = (turn: string): string => `${assistPath}/${turn}`
