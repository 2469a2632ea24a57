/** Where one click ends letters of a kind. */
export const leavePath = (token: string): string => `/thu/thoi/${token}`
/** Where an address is confirmed. */
export const confirmPath = (token: string): string => `/thu/xac-nhan/${token}`
/** A person's own address, and what they wish to hear. */
export const ownLettersPath = '/tai-khoan/thu'
export const ownWishesPath = `${ownLettersPath}/chon`
export const dropContactPath = `${ownLettersPath}/bo`
/** How the desk reaches the holder of a card. */
export const cardContactPath = (card: string): string => `/nghiep-vu/the/${card}/lien-he`
/** Letters of an institution that did not go out. */
export const lettersPath = (institutionCode: string): string => `/nghiep-vu/thu/${institutionCode}`
export const sendAgainPath = (institutionCode: string, notice: string): string =>
  `${lettersPath(institutionCode)}/${notice}/gui-lai`
