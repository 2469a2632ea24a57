/** Where one click ends letters of a kind. */
export const leavePath = (token: string): string => `/thu/thoi/${token}`
/** Where an address is confirmed. */
export const confirmPath = (token: string): string => `/thu/xac-nhan/${token}`
/** A person's own address, and what they wish to hear. */
export const ownLettersPath = '/tai-khoan/thu'
export const ownWishesPath = `${ownLettersPath}/chon`
export const dropContactPath = `${ownLettersPath}/bo`
