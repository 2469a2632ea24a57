/** The calendar, an event, its file for calendars, and the form to sign up. */
export const calendarPath = '/hoat-dong'
export const activityPath = (id: string): string => `${calendarPath}/${id}`
export const calendarFilePath = (id: string): string => `${activityPath(id)}/lich.ics`
export const signUpPath = (id: string): string => `${activityPath(id)}/ghi-ten`

/** What a group that signed up comes back to; its end is their secret. */
export const ticketPath = (ticket: string): string => `/ghi-ten/${ticket}`
export const ticketHeadsPath = (ticket: string): string => `${ticketPath(ticket)}/so-nguoi`
export const ticketCancelPath = (ticket: string): string => `${ticketPath(ticket)}/bo`

/** The organiser's. */
export const organisePath = '/nghiep-vu/hoat-dong'
export const organiseAt = (institutionCode: string): string => `${organisePath}/${institutionCode}`
export const newActivityPath = (institutionCode: string): string => `${organiseAt(institutionCode)}/moi`
export const deskOf = (id: string): string => `${organisePath}/buoi/${id}`
export const editActivityPath = (id: string): string => `${deskOf(id)}/sua`
export const publishPath = (id: string): string => `${deskOf(id)}/dang`
export const cancelPath = (id: string): string => `${deskOf(id)}/huy`
export const checkInPath = (id: string): string => `${deskOf(id)}/co-mat`
export const undoCheckInPath = (id: string): string => `${deskOf(id)}/bo-co-mat`
export const heldPath = (id: string): string => `${deskOf(id)}/da-to-chuc`
export const notHeldPath = (id: string): string => `${deskOf(id)}/chua-to-chuc`
export const listPath = (id: string): string => `${deskOf(id)}/danh-sach`
export const tellPath = (id: string): string => `${deskOf(id)}/can-bao`
