import { advice, titles } from './turned.vi.ts'

export const vi = {
  siteName: 'Bậc Thang',
  tagline: 'Thư viện, bảo tàng, văn hóa trong tỉnh',
  skip: 'Đến nội dung chính',
  menu: 'Danh mục',
  mainMenu: 'Chính',
  staffMenu: 'Nghiệp vụ',
  crumbs: 'Bạn đang ở',
  home: 'Trang chủ',
  publicSite: 'Trang công cộng',
  otherLanguage: 'English',
  signOut: 'Đăng xuất',
  needHelp: 'Cần giúp? Đến thư viện hoặc nhà văn hóa gần nhất, hoặc nhờ người bản số trong thôn.',
  demo: 'Dữ liệu mẫu: nơi, người, bản sách và số liệu ở đây được đặt ra để giới thiệu, không phải số liệu thật.',

  search: 'Tìm',
  searchLabel: 'Tìm sách, tài liệu, nơi chốn',
  searching: 'Đang tìm:',

  keptBelow: 'Những gì bạn đã điền vẫn còn nguyên bên dưới.',

  filterAndSort: 'Lọc và sắp xếp',
  filterResults: 'Lọc kết quả',
  filter: 'Lọc',
  sort: 'Sắp xếp',

  pages: 'Các trang',
  page: (number: string) => `Trang ${number}`,
  nextPage: 'Trang sau',
  previousPage: 'Trang trước',

  actions: 'Việc có thể làm',
  sortedUp: 'đang xếp tăng dần',
  sortedDown: 'đang xếp giảm dần',
  tableRegion: (caption: string) => `Bảng: ${caption}`,

  mapCaption: 'Sơ đồ vị trí, mỗi ô một xã, phường; không phải địa giới hành chính.',

  noFigure: (day: string) => `Chưa có số liệu từ ${day}`,
  byHand: 'nhập tay',

  noCover: (title: string) => `Bìa chữ: ${title}`,
  qr: (address: string) => `Mã QR dẫn tới ${address}`,

  undo: 'Hoàn tác',
  lastActs: 'Vừa làm',
  whichAct: 'Việc đang làm',
  camera: {
    start: 'Quét bằng máy ảnh',
    stop: 'Tắt máy ảnh',
    torch: 'Bật, tắt đèn',
    picture: 'Hình từ máy ảnh',
    opening: 'Đang mở máy ảnh. Nếu được hỏi, mời cho phép.',
    loading: (kb: string) => `Đang tải bộ đọc mã, ${kb} KB, một lần cho máy này.`,
    ready: 'Đưa mã vào giữa khung hình.',
    refused: 'Trình duyệt chưa cho dùng máy ảnh. Mời cho phép ở ổ khóa cạnh địa chỉ trang, hoặc gõ mã vào ô trên.',
    none: 'Máy này không có máy ảnh. Mời gõ mã vào ô trên, hoặc dùng máy quét.',
    failed: 'Chưa mở được máy ảnh. Có thể chương trình khác đang dùng; mời thử lại, hoặc gõ mã vào ô trên.',
    stopped: 'Đã tắt máy ảnh.',
  },

  codeToQuote: 'Nếu cần báo, hãy đọc mã',
  backHome: 'Về trang chủ',
  signIn: 'Đăng nhập',
  errorNumber: (status: number) => `Lỗi ${status}`,
  turnedTitle: titles,
  turnedAdvice: advice,

  offlineTitle: 'Không có mạng',
  offlineLead: 'Trang này chưa có trong máy của bạn. Những trang công cộng đã mở trước đây vẫn xem lại được.',
  offlineNext: 'Có sóng, mời tải lại trang. Cần gấp, mời gọi hoặc đến thư viện gần nhất.',
}

export type Messages = typeof vi
