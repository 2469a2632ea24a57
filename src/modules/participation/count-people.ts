import { type LocalDate, yearOf } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Verb } from './fact.ts'
import { countSubjects } from './freeze-store.ts'

/** Who took part: in one of these ways, at one institution or in the whole province, both days included. */
export interface PeopleAsked {
  readonly verbs: readonly Verb[]
  readonly institution?: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A person has another name in each calendar year, so the same one would be counted twice. */
export interface PeriodOverYears {
  readonly code: 'period-over-years'
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Counts different people within one calendar year; whoever was voided does not count. Two counts are never added up. */
export async function countPeople(
  db: Db,
  { verbs, institution, from, to }: PeopleAsked,
): Promise<Result<number, PeriodOverYears>> {
  if (yearOf(from) !== yearOf(to)) return refused([{ code: 'period-over-years', from, to }])
  return ok(await countSubjects(db, { verbs, institution: institution ?? null, from, to }))
}
