import type { LocalizedText } from '../../kernel/localized-text.ts'
import { type Verb, verbs } from '../participation/index.ts'

/** A figure of the plan: what it counts, in which unit, from which facts. Data, so that a form is a list of these. */
export interface Indicator {
  readonly code: string
  readonly name: LocalizedText
  readonly unit: LocalizedText
  readonly definition: LocalizedText
  /** Which work at the institutions makes the facts. */
  readonly source: LocalizedText
  /** How facts become the figure. */
  readonly rule: LocalizedText
  readonly verb: Verb
  /** A stock is counted up to a day, a flow within a period. */
  readonly kind: 'stock' | 'flow'
  /** Whether a small number could point at a person; then a published breakdown hides it. */
  readonly aboutPeople: boolean
}

const both = (vi: string, en: string): LocalizedText => [
  { lang: 'vi', text: vi, state: 'original' },
  { lang: 'en', text: en, state: 'translated' },
]

/** In the order of the Ministry's yearly table, and then of what the plan asks of activities. */
export const indicators: readonly [Indicator, ...Indicator[]] = [
  {
    code: 'copies',
    name: both('Số bản sách hiện có', 'Copies held'),
    unit: both('bản', 'copies'),
    definition: both(
      'Số bản tài liệu ghi trong sổ của cơ sở đến hết kỳ. Bản khác đầu sách: một đầu sách có thể có nhiều bản.',
      'Copies in the institution’s register at the end of the period. Copies are not titles: one title may have many copies.',
    ),
    source: both(
      'Sổ đăng ký tài liệu: nhập, chuyển, thanh lý.',
      'The register of copies: entries, moves, withdrawals.',
    ),
    rule: both(
      'Tổng số bản nhập vào trừ số bản đưa ra, từ đầu đến hết kỳ.',
      'All entries less all exits, up to the end of the period.',
    ),
    verb: 'copies.stocked',
    kind: verbs['copies.stocked'],
    aboutPeople: false,
  },
  {
    code: 'visits',
    name: both('Lượt người đến', 'Visits'),
    unit: both('lượt', 'visits'),
    definition: both(
      'Mỗi lần một người đến cơ sở để đọc, mượn, xem hay dự là một lượt; một người đến ba lần là ba lượt. Là lượt, không phải số người.',
      'Each time somebody comes to read, borrow, see or take part counts once; one person who comes three times counts three. Visits, not people.',
    ),
    source: both('Sổ đếm ở cửa, do người trực ghi.', 'The counter at the door, kept by whoever is on duty.'),
    rule: both(
      'Cộng các lần đếm trong kỳ, theo ngày đếm.',
      'The sum of what was counted in the period, by the day of counting.',
    ),
    verb: 'visits.counted',
    kind: verbs['visits.counted'],
    aboutPeople: true,
  },
  {
    code: 'circulations',
    name: both('Lượt luân chuyển', 'Circulations'),
    unit: both('lượt', 'loans'),
    definition: both(
      'Mỗi lần một bản tài liệu được cho mượn về tính là một lượt. Trả và gia hạn không tính thêm. Đọc tại chỗ không tính vào đây: ghi riêng, để không cộng lẫn hai cách đếm.',
      'Each loan of one copy counts once. Returns and renewals add nothing. Reading in the room is not in it: it is recorded apart, so that two ways of counting are not added up.',
    ),
    source: both('Quầy mượn trả.', 'The loan desk.'),
    rule: both(
      'Đếm lượt cho mượn trong kỳ, ở nơi cho mượn, theo ngày mượn; lượt đã hoàn tác thì bỏ.',
      'Loans in the period, where and on the day they were made; what was undone is left out.',
    ),
    verb: 'copy.lent',
    kind: verbs['copy.lent'],
    aboutPeople: true,
  },
  {
    code: 'activities',
    name: both('Buổi hoạt động', 'Activities held'),
    unit: both('buổi', 'sessions'),
    definition: both(
      'Mỗi buổi đã diễn ra tính là một: lớp, buổi kể chuyện, trưng bày, câu lạc bộ, hội thi. Buổi mới chỉ có trong lịch, hoặc đã hoãn, thì không tính.',
      'Each session that took place counts once: a class, a story hour, a display, a club, a contest. What only stands in the calendar, or was called off, does not.',
    ),
    source: both(
      'Lịch hoạt động, khi người tổ chức xác nhận đã làm.',
      'The calendar of activities, once the organiser says that it took place.',
    ),
    rule: both('Đếm buổi trong kỳ, theo ngày diễn ra.', 'Sessions in the period, by the day they took place.'),
    verb: 'activity.held',
    kind: verbs['activity.held'],
    aboutPeople: false,
  },
  {
    code: 'participants',
    name: both('Lượt người tham gia hoạt động', 'Participations'),
    unit: both('lượt', 'participations'),
    definition: both(
      'Mỗi người có mặt ở một buổi hoạt động là một lượt; một người dự ba buổi là ba lượt. Ghi tên mà không đến thì không tính.',
      'Each person present at one session counts once; who comes to n sessions counts n. Signing up without coming does not count.',
    ),
    source: both(
      'Điểm danh ở buổi hoạt động: quét mã, gọi tên, hoặc đếm đầu người.',
      'Attendance at the session: a code scanned, a name called, or heads counted.',
    ),
    rule: both(
      'Cộng số người có mặt trong kỳ, theo ngày diễn ra.',
      'The sum of those present in the period, by the day of the session.',
    ),
    verb: 'activity.attended',
    kind: verbs['activity.attended'],
    aboutPeople: true,
  },
]

export const indicatorsOf = (verb: Verb): readonly Indicator[] =>
  indicators.filter(indicator => indicator.verb === verb)

export const indicatorByCode = (code: string): Indicator | null =>
  indicators.find(indicator => indicator.code === code) ?? null
