import type { SignInStep, Viewer } from '../../kernel/viewer.ts'

export const signInPath = '/dang-nhap'
export const codePath = '/dang-nhap/ma'
export const signOutPath = '/dang-xuat'
export const accountPath = '/tai-khoan'
export const secondFactorPath = '/tai-khoan/bao-ve'
export const passwordPath = '/tai-khoan/mat-khau'
export const endSessionPath = '/tai-khoan/thiet-bi'
export const historyPath = '/tai-khoan/lich-su'
export const ownDataPath = '/tai-khoan/du-lieu'
export const ownDataFilePath = '/tai-khoan/du-lieu.json'
export const erasePath = '/tai-khoan/xoa'
export const eraseReaderPath = (card: string): string => `/nghiep-vu/the/${card}/xoa`
export const readersPath = (institutionCode: string): string => `/nghiep-vu/ban-doc/${institutionCode}`
export const newReaderPath = (institutionCode: string): string => `${readersPath(institutionCode)}/moi`
export const renewCardPath = (card: string): string => `/nghiep-vu/the/${card}/gia-han`
export const staffPath = '/nghiep-vu/can-bo'
export const newStaffPath = `${staffPath}/moi`
export const endAppointmentPath = (appointment: string): string => `${staffPath}/${appointment}/thoi`
export const resetAccountPath = (appointment: string): string => `${staffPath}/${appointment}/dat-lai`
export const journalPath = '/nghiep-vu/nhat-ky'
export const looksPath = `${journalPath}/xem-ho-so`

/** Where each step of signing in is taken. */
export const signInStepPaths: Readonly<Record<SignInStep, string>> = {
  'enter-code': codePath,
  'choose-password': passwordPath,
  'protect-account': secondFactorPath,
}

/** A page of ours with where to go on afterwards; nothing is added where that is not known. */
export const withBack = (path: string, back: string): string =>
  back === '' ? path : `${path}?${new URLSearchParams({ ve: back })}`

/** A person's own page, by way of signing in for whoever has not. */
export const ownPageFor = (viewer: Viewer): string =>
  viewer.person === null ? withBack(signInPath, accountPath) : accountPath
