export const paths = {
  list: '/noi',
  pattern: '/noi/:code',
  institution: (code: string) => `/noi/${code}`,
  branches: (code: string) => `/noi?thuoc=${code}`,
  map: '/so-do',
  editPattern: '/nghiep-vu/noi/:code/sua',
  found: '/nghiep-vu/noi/moi',
  edit: (code: string) => `/nghiep-vu/noi/${code}/sua`,
} as const
