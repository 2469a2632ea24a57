import { allows, parseAudience } from '../../kernel/audience.ts'
import type { LocalDate } from '../../kernel/local-date.ts'

/** What cannot be read admits nobody. */
export const admits = (text: string, grants: ReadonlySet<string>, today: LocalDate): boolean => {
  const audience = parseAudience(text)
  return audience !== null && allows(audience, grants, today)
}
