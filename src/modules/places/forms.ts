import type { LocalDate } from '../../kernel/local-date.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'
import type { Form } from '../../platform/http/index.ts'

/** The day a page is asked for. */
export interface AskedDay {
  readonly on: LocalDate
  /** What was typed, when it is no day; the page then shows today and says so. */
  readonly wrong: string | null
  readonly isToday: boolean
}

export function readAskedDay(query: Form, today: LocalDate): AskedDay {
  const typed = query.text('ngay')
  const day = typed === '' ? today : parseTypedDate(typed)
  return { on: day ?? today, wrong: day === null ? typed : null, isToday: (day ?? today) === today }
}
