export const desksPath = '/nghiep-vu/quay'

export const deskModes = ['muon', 'tra', 'gia-han', 'doc-tai-cho'] as const
export type DeskMode = (typeof deskModes)[number]

export const deskPath = (institutionCode: string): string => `${desksPath}/${institutionCode}`

/** The desk with a mode and, where one was scanned, a reader's card. */
export const deskAt = (institutionCode: string, mode: DeskMode, card: string | null, act?: string): string => {
  const query = new URLSearchParams({ viec: mode })
  if (card !== null) query.set('the', card)
  if (act !== undefined) query.set('vua', act)
  return `${deskPath(institutionCode)}?${query}`
}

/** Where undoing an act posts; it goes back to the same mode and reader. */
export const undoPath = (institutionCode: string, act: string): string => `${deskPath(institutionCode)}/hoan-tac/${act}`

export const undoAt = (institutionCode: string, act: string, mode: DeskMode, card: string | null): string => {
  const query = new URLSearchParams({ viec: mode })
  if (card !== null) query.set('the', card)
  return `${undoPath(institutionCode, act)}?${query}`
}

/** Where what was read in the room is counted without being scanned. */
export const countPath = (institutionCode: string): string => `${deskPath(institutionCode)}/dem`

/** The same, back to the slips. */
export const undoFromRequests = (institutionCode: string, act: string): string =>
  `${undoPath(institutionCode, act)}?ve=yeu-cau`

/** The desk that works without a network. */
export const quickDeskPath = (institutionCode: string): string => `${deskPath(institutionCode)}/khong-song`

export const overduePath = (institutionCode: string): string => `${deskPath(institutionCode)}/qua-han`
/** Slips that remind readers, one page each: of all who are late, or of one card. */
export const remindersPath = (institutionCode: string): string => `${overduePath(institutionCode)}/giay-nhac`
export const remindersAt = (institutionCode: string, card: string): string =>
  `${remindersPath(institutionCode)}?${new URLSearchParams({ the: card })}`

/** A reader's own loans. */
export const ownLoansPath = '/tai-khoan/muon'
export const ownLoansAt = (renewed: string): string => `${ownLoansPath}?${new URLSearchParams({ vua: renewed })}`
export const renewOwnPath = (loan: string): string => `${ownLoansPath}/${loan}/gia-han`

/** Slips for the closed stacks: the queue, a step of one, its printed form, and which stacks are closed. */
export const requestsPath = (institutionCode: string): string => `${deskPath(institutionCode)}/yeu-cau`
export const requestPath = (institutionCode: string, request: string): string =>
  `${requestsPath(institutionCode)}/${request}`
export const slipPath = (institutionCode: string, request: string): string =>
  `${requestPath(institutionCode, request)}/phieu`
export const stacksPath = (institutionCode: string): string => `${deskPath(institutionCode)}/kho-dong`
export const requestsAt = (institutionCode: string, query: { edition?: string; just?: string }): string => {
  const { edition, just } = query
  const params = new URLSearchParams({ ...(edition && { 'an-pham': edition }), ...(just && { vua: just }) })
  return `${requestsPath(institutionCode)}?${params}`
}

/** Where readers ask for a work, and take a slip of their own back. */
export const askPath = (work: string): string => `/sach/${work}/yeu-cau`
export const cancelPath = (request: string): string => `/phieu-yeu-cau/${request}/thoi`

/** The note of a copy; the page goes back to the desk as it was. */
export const notePath = (institutionCode: string, item: string): string =>
  `${deskPath(institutionCode)}/ghi-chu/${item}`
export const noteAt = (institutionCode: string, item: string, mode: DeskMode, card: string | null): string => {
  const query = new URLSearchParams({ viec: mode, ...(card !== null && { the: card }) })
  return `${notePath(institutionCode, item)}?${query}`
}

/** The day's sheet and the month's. */
export const dayPath = (institutionCode: string): string => `${deskPath(institutionCode)}/so-ngay`
export const dayAt = (institutionCode: string, day: string, form?: 'csv'): string =>
  `${dayPath(institutionCode)}?${new URLSearchParams({ ngay: day, ...(form && { dang: form }) })}`
export const monthPath = (institutionCode: string): string => `${deskPath(institutionCode)}/so-thang`
export const monthAt = (institutionCode: string, month: string, form?: 'csv'): string =>
  `${monthPath(institutionCode)}?${new URLSearchParams({ thang: month, ...(form && { dang: form }) })}`

/** Whom to ring about late books. */
export const callListPath = (institutionCode: string): string => `${deskPath(institutionCode)}/goi-dien`
export const callListFilePath = (institutionCode: string): string => `${callListPath(institutionCode)}.csv`
/** Writes down a call about one of the late loans. */
export const calledPath = (institutionCode: string, loan: string): string => `${callListPath(institutionCode)}/${loan}`
