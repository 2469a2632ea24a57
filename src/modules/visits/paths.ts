/** Where the counter of an institution stands. */
export const counterPath = (institutionCode: string): string => `/nghiep-vu/dem-khach/${institutionCode}`

/** The counter at one facility, after an act that its page says. */
export function counterAt(institutionCode: string, facility: string | null, act?: string): string {
  const query = new URLSearchParams()
  if (facility !== null) query.set('co-so', facility)
  if (act !== undefined) query.set('vua', act)
  return query.size === 0 ? counterPath(institutionCode) : `${counterPath(institutionCode)}?${query}`
}

export const undoCountPath = (institutionCode: string, count: string): string =>
  `${counterPath(institutionCode)}/hoan-tac/${count}`

/** Where taking a count back posts; it goes back to the same facility. */
export const undoCountAt = (institutionCode: string, act: string, facility: string | null): string =>
  facility === null ? undoCountPath(institutionCode, act) : `${undoCountPath(institutionCode, act)}?co-so=${facility}`

export const buttonsPath = (institutionCode: string): string => `${counterPath(institutionCode)}/nut`

export const dayPath = (institutionCode: string): string => `${counterPath(institutionCode)}/ngay`
