import { textIn } from '../../kernel/localized-text.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { BookField } from './book.ts'
import type { CataloguingRefusal } from './cataloguing-refusal.ts'
import type { GivenStatus, WithdrawalReason } from './change-copy.ts'
import type { ItemStatus } from './edition.ts'
import type { MatchReason } from './match.ts'

const fields: Readonly<Record<BookField, string>> = {
  title: 'Nhan đề',
  volume: 'Tập',
  people: 'Tác giả',
  publisher: 'Nhà xuất bản',
  publicationPlace: 'Nơi xuất bản',
  date: 'Năm xuất bản',
  isbns: 'ISBN',
  language: 'Tiếng',
  extent: 'Số trang, khổ sách',
  series: 'Tùng thư',
  subjects: 'Chủ đề',
  classification: 'Phân loại',
  notes: 'Ghi chú',
}

const statuses: Readonly<Record<ItemStatus, string>> = {
  available: 'Trên giá',
  'on-loan': 'Đang cho mượn',
  'on-hold': 'Đang giữ cho bạn đọc',
  'in-repair': 'Đang sửa chữa',
  missing: 'Không thấy',
  withdrawn: 'Đã rút',
}

const refusals: Sentences<CataloguingRefusal> = {
  'no-title': () => 'Chưa ghi nhan đề. Mời ghi đúng như trên trang tên sách.',
  'line-too-long': ({ field, limit }) => `${fields[field]}: mỗi dòng đến ${limit} chữ. Mời viết gọn lại.`,
  'too-many-lines': ({ field, limit }) => `${fields[field]}: nhiều nhất ${limit} dòng. Mời bỏ bớt.`,
  'year-wrong': ({ typed }) => `“${typed}” không phải năm xuất bản. Mời ghi bốn chữ số, như 2019.`,
  'isbn-unreadable': ({ typed }) => `“${typed}” không phải ISBN. ISBN có 10 hoặc 13 chữ số, mời xem lại sau bìa sách.`,
  'isbn-wrong': ({ typed, right }) =>
    `ISBN ${typed} sai chữ số kiểm tra. Nếu các chữ số trước đều đúng thì phải là ${right}. Mời so lại với sách; sách in sai thì để trống và ghi vào ghi chú.`,
  'no-copies': () => 'Chưa có bản nào. Mời ghi số đăng ký từng bản, hoặc còn mấy bản chưa có số.',
  'count-wrong': ({ typed }) => `“${typed}” không phải số bản. Mời ghi một con số.`,
  'too-many-copies': ({ limit }) => `Mỗi lần nhiều nhất ${limit} bản. Mời chia làm nhiều lần.`,
  'number-too-long': ({ number, limit }) => `Số “${number.slice(0, 40)}…” dài quá ${limit} chữ. Mỗi dòng là một số.`,
  'number-twice': ({ number }) => `Số ${number} được ghi hai lần. Mỗi bản một số.`,
  'place-too-long': ({ field, limit }) =>
    `${field === 'callNumber' ? 'Ký hiệu xếp giá' : 'Kho'} dài quá ${limit} chữ. Mời viết gọn lại.`,
  'barcode-taken': ({ barcode, at, title }) =>
    `Số ${barcode} đang thuộc một bản của “${textIn(title, 'vi').text}” ở ${textIn(at, 'vi').text}. Mời xem lại số, hoặc dán mã khác.`,
  'edition-gone': () => 'Ấn phẩm này không còn trong mục lục.',
  'no-copies-to-add': () => 'Chưa có bản nào để thêm vào ấn phẩm đã có. Mời ghi số đăng ký hoặc số bản.',
  'changed-meanwhile': ({ fields: names }) =>
    `Trong lúc bạn sửa, người khác đã sửa và lưu: ${names.map(name => fields[name].toLowerCase()).join(', ')}. Dưới đây là bản mới của họ cùng những gì bạn đã gõ. Mời xem rồi lưu lại.`,
  'copy-gone': () => 'Bản này đã rút khỏi mục lục.',
  'copy-out': ({ status }) =>
    status === 'on-loan'
      ? 'Bản này đang có người mượn nên chưa rút và chưa đổi tình trạng được. Mời nhận trả trước.'
      : 'Bản này đang giữ cho bạn đọc nên chưa rút và chưa đổi tình trạng được.',
  'no-reason': () => 'Chưa chọn lý do rút bản này. Mời chọn một lý do.',
  'stands-alone': () => 'Ấn phẩm này đã đứng riêng, không có gì để tách.',
  'no-such-work': () => 'Không thấy tác phẩm ấy. Mời dán địa chỉ trang sách, như /sach/…',
  'together-already': () => 'Ấn phẩm này đã ở trong tác phẩm ấy.',
  'no-institution': () => 'Chưa chọn nơi giữ sách. Mời chọn một nơi trong danh sách.',
  'not-yours': () =>
    'Bạn chưa được giao việc biên mục cho nơi này. Mời chọn nơi khác, hoặc nhờ người phụ trách giao quyền.',
  'no-judgement': () => 'Mời xem ấn phẩm đã có rồi chọn một trong hai.',
}

const reasons: Sentences<MatchReason> = {
  'same-control-number': () => 'cùng số kiểm soát',
  'control-number-with-another-title': () => 'cùng số kiểm soát, nhan đề khác',
  'same-isbn': ({ isbn }) => `cùng ISBN ${isbn} và nhan đề`,
  'same-title-author-year': () => 'cùng nhan đề, tác giả và năm',
  'isbn-with-another-title': ({ isbn }) => `cùng ISBN ${isbn}, nhan đề khác`,
  'same-title-author-unknown-year': () => 'cùng nhan đề và tác giả, một bên không ghi năm',
  'same-title-year-unknown-author': () => 'cùng nhan đề và năm, một bên không ghi tác giả',
}

const given: Readonly<Record<GivenStatus, string>> = {
  available: 'Trên giá, cho mượn được',
  'in-repair': 'Đang sửa chữa',
  missing: 'Không thấy trên giá',
}

const withdrawals: Readonly<Record<WithdrawalReason, string>> = {
  worn: 'Rách nát, hư hỏng',
  lost: 'Mất',
  outdated: 'Nội dung lạc hậu',
  'given-away': 'Chuyển cho nơi khác',
  'entered-by-mistake': 'Ghi nhầm',
}

export const vi = {
  fields,
  statuses,
  refusals,
  reasons,
  given,
  withdrawals,

  describeTitle: 'Thêm một cuốn sách',
  describeLead: 'Ghi như trên trang tên sách. Chỉ nhan đề là bắt buộc; sách có ngay trong tìm kiếm sau khi lưu.',
  refusedForm: (count: string) => `Chưa lưu được, còn ${count} điều cần xem`,
  institution: 'Sách của nơi nào',
  chooseInstitution: 'Chọn nơi giữ sách',
  noPlace: 'Bạn chưa được giao việc biên mục cho nơi nào.',
  partTitle: 'Tên sách, tác giả',
  partPublished: 'Xuất bản',
  partAbout: 'Nội dung',
  partCopies: 'Các bản',
  peopleHelp: 'Mỗi người một dòng, tác giả đầu ở trên. Vai trò ghi sau dấu chấm phẩy: Cao Xuân Hạo; dịch',
  isbnHelp: '10 hoặc 13 chữ số ở sau bìa; mỗi số một dòng.',
  dateHelp: 'Ví dụ 2019. Không chắc thì ghi [2019?]',
  volumeHelp: 'Ví dụ Tập 2',
  extentHelp: 'Ví dụ 150 tr; 21 cm',
  lineHelp: 'Mỗi mục một dòng.',
  classificationHelp: 'Số DDC, ví dụ 895.922',
  languageUnknown: 'Không ghi',
  numbers: 'Số đăng ký cá biệt, mã vạch',
  numbersHelp: 'Mỗi bản một dòng. Quét mã vạch thì mỗi lần quét tự xuống dòng.',
  unnumbered: 'Còn mấy bản chưa có số đăng ký',
  callNumber: 'Ký hiệu xếp giá',
  location: 'Kho',
  save: 'Lưu vào mục lục',
  notWritable: 'Chưa ghi được thành biểu ghi MARC.',

  sameTitle: 'Sách này có vẻ đã có trong mục lục',
  sameBecause: (reason: string) => `Vì ${reason}.`,
  seeThere: 'Xem trang sách',
  heldBy: (owner: string, copies: string) => `Biểu ghi của ${owner}, ${copies} bản trong tỉnh`,
  judge: 'Bạn đang có trong tay',
  addThere: 'Đúng cuốn này: thêm bản vào ấn phẩm này',
  anotherEdition: 'Lần in khác hoặc sách khác: đây là ấn phẩm khác',

  untitled: '(cần nhan đề)',
  correctTitle: (title: string) => `Sửa mô tả: ${title}`,
  correctLead: 'Chỉ những ô bạn sửa được ghi vào biểu ghi MARC; mọi trường khác giữ nguyên.',
  titleMissing: 'Ấn phẩm này chưa có nhan đề. Mời ghi nhan đề như trên sách.',
  saveCorrection: 'Lưu chỗ đã sửa',
  backToBook: 'Về trang sách',
  seeCopies: 'Các bản của ấn phẩm này',
  seeGrouping: 'Tách, ghép tác phẩm',

  copiesTitle: (title: string) => `Các bản: ${title}`,
  written: 'Đã ghi vào mục lục. Sách tìm thấy được ngay.',
  copiesAdded: 'Đã thêm bản.',
  corrected: 'Đã lưu chỗ sửa.',
  copyWithdrawn: 'Đã rút bản này khỏi mục lục.',
  copyChanged: 'Đã lưu thay đổi của bản này.',
  describeNext: 'Nhập cuốn khác',
  ownCopies: 'Bản ở nơi bạn làm việc',
  noOwnCopies: 'Chưa có bản nào ở nơi bạn làm việc.',
  number: 'Số đăng ký',
  noNumber: '(chưa có số)',
  place: 'Nơi giữ',
  state: 'Tình trạng',
  changeCopy: 'Sửa, rút',
  addCopies: 'Thêm bản',
  moreCopies: (count: string) => `Hiện ${count} bản đầu.`,
  copyTitle: (number: string) => `Bản ${number}`,
  copyOf: (title: string, place: string) => `${title} · ${place}`,
  saveCopy: 'Lưu',
  deskHolds: (status: string) => `Tình trạng do quầy ghi: ${status.toLowerCase()}.`,
  withdrawTitle: 'Rút bản này khỏi mục lục',
  withdrawText:
    'Bản ra khỏi mục lục, số liệu bớt một. Lượt mượn cũ vẫn giữ. Không lấy lại được; rút nhầm thì thêm bản mới cùng số.',
  reason: 'Lý do',
  chooseReason: 'Chọn lý do',
  withdraw: 'Rút bản này',
  backToCopies: 'Về danh sách bản',

  groupingTitle: (title: string) => `Tách, ghép: ${title}`,
  groupedBy: {
    key: 'Các ấn phẩm này đứng chung vì cùng nhan đề và tác giả đầu.',
    year: 'Các ấn phẩm này đứng chung vì cùng nhan đề và năm (không ghi tác giả).',
    person: 'Các ấn phẩm này đứng chung do người làm mục lục ghép.',
    alone: 'Ấn phẩm này do người làm mục lục tách ra.',
  },
  thisOne: 'ấn phẩm này',
  split: 'Tách ấn phẩm này ra tác phẩm riêng',
  splitText:
    'Ấn phẩm có trang riêng, từ nay lần nhập sau hay người khác sửa cũng không gộp lại. Muốn đổi ý thì ghép lại.',
  join: 'Ghép ấn phẩm này',
  joinTitle: 'Ghép với tác phẩm khác',
  joinText: 'Chọn khi hai trang sách là một tác phẩm. Muốn đổi ý thì tách ra.',
  joinWith: 'Ghép với',
  joinAddress: 'Địa chỉ trang sách kia',
  orJoinAddress: 'Hoặc địa chỉ trang sách kia',
  joinAddressHelp: 'Mở trang sách kia, chép địa chỉ, dán vào đây.',
  didSplit: 'Đã tách ra tác phẩm riêng.',
  didJoin: 'Đã ghép.',
  undoSplit: 'Ghép lại như trước',
  undoJoin: 'Tách ra như trước',
  standing: 'Trong tác phẩm này',

  correct: 'Sửa mô tả',
  add: 'Thêm bản',
  group: 'Tách, ghép',
  forStaff: 'Việc biên mục',
}

export type CataloguingWords = typeof vi
