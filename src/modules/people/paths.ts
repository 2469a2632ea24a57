export const signInPath = '/dang-nhap'
export const codePath = '/dang-nhap/ma'
export const signOutPath = '/dang-xuat'
export const accountPath = '/tai-khoan'
export const secondFactorPath = '/tai-khoan/bao-ve'
export const passwordPath = '/tai-khoan/mat-khau'
export const endSessionPath = '/tai-khoan/thiet-bi'
export const readersPath = (institutionCode: string): string => `/nghiep-vu/ban-doc/${institutionCode}`
export const newReaderPath = (institutionCode: string): string => `${readersPath(institutionCode)}/moi`
export const renewCardPath = (card: string): string => `/nghiep-vu/the/${card}/gia-han`
export const journalPath = '/nghiep-vu/nhat-ky'
