import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import { localized } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { parseTypedDate } from '../../kernel/typed-date.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Form } from '../../platform/http/index.ts'
import { isValidOn, type PlaceOn, placeByCode, placeById } from '../places/index.ts'
import { longestName } from './forms.ts'
import type { FoundAct } from './found.ts'
import type { FoundRefusal } from './founding.ts'
import type { Facility, Institution } from './institution.ts'
import { isKindId } from './kinds.ts'
import { institutionByCode } from './store.ts'

export type FoundProblem =
  | { readonly code: 'name-too-long'; readonly limit: number }
  | { readonly code: 'kind-missing' }
  | { readonly code: 'commune-missing' }
  | { readonly code: 'day-unclear'; readonly typed: string }
  | FoundRefusal

const fields: Readonly<Record<FoundProblem['code'], string>> = {
  'name-missing': 'name',
  'name-too-long': 'name',
  'kind-missing': 'kind',
  'code-malformed': 'code',
  'code-taken': 'code',
  'parent-unknown': 'parent',
  'parent-ended': 'parent',
  'commune-missing': 'commune',
  'place-not-in-force': 'commune',
  'day-unclear': 'since',
  'ends-before-it-begins': 'since',
}

export const foundFieldOf = ({ code }: FoundProblem): string => fields[code]

/** Reads the form of a new institution; what is wrong with its shape is said at once, the rest is decided later. */
export async function readFounding(
  db: Db,
  form: Form,
  { act, now }: { readonly act: string; readonly now: Date },
): Promise<Result<Pick<FoundAct, 'institution' | 'facilities'>, FoundProblem>> {
  const problems: FoundProblem[] = []
  const name = form.text('name')
  if (lengthInCodePoints(name) > longestName) problems.push({ code: 'name-too-long', limit: longestName })
  const kind = form.text('kind')
  if (!isKindId(kind)) problems.push({ code: 'kind-missing' })
  const today = localDateAt(now)
  const since = form.text('since') === '' ? today : parseTypedDate(form.text('since'))
  if (since === null) problems.push({ code: 'day-unclear', typed: form.text('since') })
  const commune = await placeByCode(db, form.text('commune'), today)
  if (commune === null) problems.push({ code: 'commune-missing' })
  if (problems.length > 0 || !isKindId(kind) || since === null || commune === null) return refused(problems)
  const institution: Institution = {
    ...nothingSaidYet,
    // The same form sent twice founds the same place.
    id: act,
    code: form.text('code').toUpperCase(),
    kind,
    name: name === '' ? [] : localized('vi', name),
    parent: await parentOf(db, form.text('parent')),
    place: commune.id,
    validFrom: since,
  }
  const seat: Facility = {
    id: newId(),
    institution: institution.id,
    name: [],
    place: commune.id,
    address: form.text('address'),
    centre: null,
    hours: null,
    validFrom: await firstDayThere(db, commune, since),
    validTo: null,
  }
  return ok({ institution, facilities: [seat] })
}

const nothingSaidYet = {
  about: [],
  contacts: [],
  hours: null,
  languages: [],
  accessibility: [],
  equipment: [],
  policy: { loanDays: null, maxLoans: null, renewals: null, graceDays: null },
  validTo: null,
  demo: false,
} satisfies Partial<Institution>

/** Null where none was chosen. A code that nobody has stays a parent that does not exist, so that it is refused. */
async function parentOf(db: Db, code: string): Promise<string | null> {
  if (code === '') return null
  return (await institutionByCode(db, code))?.id ?? newId()
}

/** An older house is in today's commune since the commune began; where it was before, nobody typed. */
async function firstDayThere(db: Db, commune: PlaceOn, since: LocalDate): Promise<LocalDate> {
  const versions = (await placeById(db, commune.id))?.versions ?? []
  if (versions.some(version => isValidOn(version, since))) return since
  return versions.find(({ validFrom }) => validFrom !== null && validFrom > since)?.validFrom ?? since
}
