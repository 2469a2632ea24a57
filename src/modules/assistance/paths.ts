/** Where a helper begins; reading the address tells nobody whom they help. */
export const assistPath = '/nghiep-vu/giup'
/** How a turn ended; the code is told once, and says neither whose it is nor of which event. */
export const assistAt = (end: 'roi' | 'het' | 'thoi', code?: string): string =>
  `${assistPath}?${new URLSearchParams({ xong: end, ...(code === undefined ? {} : { ma: code }) })}`
export const turnPath = (turn: string): string => `${assistPath}/${turn}`
export const signUpInTurn = (turn: string, activity: string): string =>
  `${turnPath(turn)}?${new URLSearchParams({ 'ghi-ten': activity })}`
