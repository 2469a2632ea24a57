import { fold } from '../../kernel/vietnamese.ts'

/** Whether a title is what people write before the sums below a table: "Tổng cộng: 120 cuốn", "CỘNG". */
export const isSumsRow = (title: string): boolean =>
  /^(?:tong cong|tong so|cong|total)(?:\s*[:.]|\s+\d|$)/.test(fold(title).trim())
