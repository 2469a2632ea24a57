import type { LocalizedText } from '../../kernel/localized-text.ts'
import { type Verb, verbs } from '../participation/index.ts'

/** A figure of the plan: what it counts, in which unit, from which facts. Data, so that a form is a list of these. */
export interface Indicator {
  readonly code: string
  readonly name: LocalizedText
  readonly unit: LocalizedText
  readonly definition: LocalizedText
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

export const indicators: readonly Indicator[] = [
  {
    code: 'copies',
    name: both('Số bản sách hiện có', 'Copies held'),
    unit: both('bản', 'copies'),
    definition: both(
      'Số bản tài liệu ghi trong sổ của cơ sở đến hết kỳ: bản nhập vào trừ bản đưa ra. Bản khác đầu sách: một đầu sách có thể có nhiều bản.',
      'Copies in the institution’s register at the end of the period: entries less exits. Copies are not titles: one title may have many copies.',
    ),
    verb: 'copies.stocked',
    kind: verbs['copies.stocked'],
    aboutPeople: false,
  },
  {
    code: 'circulations',
    name: both('Lượt luân chuyển', 'Circulations'),
    unit: both('lượt', 'loans'),
    definition: both(
      'Mỗi lần một bản tài liệu được cho mượn tính là một lượt, ghi ở nơi cho mượn, theo ngày mượn. Trả và gia hạn không tính thêm lượt.',
      'Each loan of one copy counts once, where and on the day it was lent. Returns and renewals add nothing.',
    ),
    verb: 'copy.lent',
    kind: verbs['copy.lent'],
    aboutPeople: true,
  },
]

export const indicatorsOf = (verb: Verb): readonly Indicator[] =>
  indicators.filter(indicator => indicator.verb === verb)
