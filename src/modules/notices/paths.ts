/** Where one click ends letters of a kind. */
export const leavePath = (token: string): string => `/thu/thoi/${token}`
/** Where an address is confirmed. */
export const confirmPath = (token: string): string => `/thu/xac-nhan/${token}`
