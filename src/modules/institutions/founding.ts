import type { LocalDate } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Facility, type Institution, isInstitutionCode } from './institution.ts'

/** What must be known to decide whether an institution may begin. */
export interface Surroundings {
  readonly codeTaken: boolean
  /** Null where no parent was named; `undefined` where it does not exist. */
  readonly parent: Institution | null | undefined
  /** Of the named places: those in force on the first day. */
  readonly placesInForce: ReadonlySet<string>
}

export type FoundRefusal =
  | { readonly code: 'name-missing' }
  | { readonly code: 'code-malformed'; readonly typed: string }
  | { readonly code: 'code-taken'; readonly typed: string }
  | { readonly code: 'parent-unknown' }
  | { readonly code: 'parent-ended'; readonly on: LocalDate }
  | { readonly code: 'place-not-in-force'; readonly on: LocalDate }
  | { readonly code: 'ends-before-it-begins' }

/** Decides whether an institution may enter the directory as described. */
export function decideFounding(
  institution: Institution,
  facilities: readonly Facility[],
  around: Surroundings,
): Result<Institution, FoundRefusal> {
  const problems: FoundRefusal[] = []
  const { code, parent, validFrom, validTo } = institution
  if (institution.name.length === 0) problems.push({ code: 'name-missing' })
  if (!isInstitutionCode(code)) problems.push({ code: 'code-malformed', typed: code })
  else if (around.codeTaken) problems.push({ code: 'code-taken', typed: code })
  if (validTo !== null && validTo < validFrom) problems.push({ code: 'ends-before-it-begins' })
  if (parent !== null && !around.parent) problems.push({ code: 'parent-unknown' })
  if (around.parent && hasEndedBy(around.parent, validFrom)) problems.push({ code: 'parent-ended', on: validFrom })
  const lost = facilities.find(({ place }) => place !== null && !around.placesInForce.has(place))
  if (lost) problems.push({ code: 'place-not-in-force', on: lost.validFrom })
  return problems.length > 0 ? refused(problems) : ok(institution)
}

/** A parent may be younger than its branch: libraries change hands. It may not be gone. */
const hasEndedBy = ({ validTo }: Institution, on: LocalDate): boolean => validTo !== null && validTo < on
