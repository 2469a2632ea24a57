import type { Child } from 'hono/jsx'
import { anonymous } from '../kernel/viewer.ts'
import type { Frame } from './frame.ts'
import { Desk } from './gallery-desk.tsx'
import { Figures } from './gallery-figures.tsx'
import { Form, NotFound, SignInFirst } from './gallery-form.tsx'
import { Home } from './gallery-home.tsx'
import { Search, Work } from './gallery-search.tsx'

/** Pages made of every component in its states, with invented text: what the tests look at, and what to show a designer. */
export interface GalleryPage {
  readonly path: string
  readonly page: (frame: Frame) => Child
}

const menu = [
  { href: '/tim-kiem', label: 'Tìm kiếm' },
  { href: '/noi', label: 'Nơi gần bạn' },
  { href: '/so-do', label: 'Sơ đồ tỉnh' },
  { href: '/ke-hoach', label: 'Kế hoạch' },
]
const help = [
  { href: '/tro-giup', label: 'Trợ giúp' },
  { href: '/tiep-can', label: 'Tiếp cận' },
  { href: '/du-lieu-cua-ban', label: 'Dữ liệu của bạn' },
]

export const galleryFrame = (path: string, assets: Frame['assets']): Frame => ({
  lang: 'vi',
  path,
  menu,
  help,
  tagline: 'Thư viện, bảo tàng, văn hóa Lào Cai',
  languageUrl: `${path}?lang=en`,
  assets,
  viewer: { ...anonymous, person: path.startsWith('/nghiep-vu') ? 'p' : null },
  demo: true,
  signOut: '/dang-xuat',
  staffBar: {
    place: 'Quầy · Thư viện xã Tả Phìn',
    tasks: [
      { href: '/nghiep-vu/quay', label: 'Mượn trả' },
      { href: '/nghiep-vu/qua-han', label: 'Quá hạn 12' },
      { href: '/nghiep-vu/nhap', label: 'Nhập tệp' },
      { href: '/nghiep-vu/nhat-ky', label: 'Nhật ký' },
    ],
    who: 'Thủ thư, ca sáng',
    when: '22/11/2026 09:41',
  },
})

const HomeInEnglish = (frame: Frame) => Home({ ...frame, lang: 'en', tagline: undefined })

export const gallery: readonly GalleryPage[] = [
  { path: '/', page: Home },
  { path: '/en', page: HomeInEnglish },
  { path: '/tim-kiem', page: Search },
  { path: '/sach', page: Work },
  { path: '/ghi-ten', page: Form },
  { path: '/ke-hoach', page: Figures },
  { path: '/khong-co', page: NotFound },
  { path: '/cua-toi', page: SignInFirst },
  { path: '/nghiep-vu/quay', page: Desk },
]
