import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { activityKinds, audienceKinds } from '../modules/activities/index.ts'
import { objectFields } from '../modules/heritage/index.ts'
import { isRole } from '../modules/people/index.ts'
import type { PlaceFiles } from '../modules/places/index.ts'
import { indicatorByCode } from '../modules/plan/index.ts'

/** Parses one file of seed/. */
const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../seed/${name}`, import.meta.url)), 'utf8'))

const title = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.object({ name: z.string(), role: z.string().nullable().default(null) })),
  year: z.int().nullable(),
  language: z.string(),
  subjects: z.array(z.string()),
  audience: z.enum(['children', 'young', 'adult']),
  ddc: z.string().nullable(),
  kind: z.string(),
})
/** A work as facts: what everybody knows of it. */
export type SeedTitle = z.infer<typeof title>

const library = z.object({
  institution: z.string(),
  /** How many titles it holds. */
  titles: z.int().positive(),
  /** Subjects that it collects first. */
  prefer: z.array(z.string()),
  childrenFirst: z.boolean(),
  /** At most so many copies of a title. */
  copies: z.int().positive(),
  stockedDaysAgo: z.int().positive(),
})
export type SeedLibrary = z.infer<typeof library>

const role = z.string().refine(isRole)
const staff = z.object({
  login: z.string(),
  role,
  institution: z.string().nullable(),
  withBranches: z.boolean(),
  displayName: z.string(),
})
export type SeedStaff = z.infer<typeof staff>

const reader = z.object({
  name: z.string(),
  kind: z.enum(['adult', 'student', 'child']),
  institution: z.string(),
  /** What this reader is there to show at the desk. */
  shows: z.enum(['ordinary', 'due-today', 'due-tomorrow', 'overdue', 'at-limit', 'card-expired']),
  login: z.string().optional(),
})
export type SeedReader = z.infer<typeof reader>

const loans = z.object({
  loansInMonth: z.record(z.string().regex(/^([1-9]|1[0-2])$/), z.int().nonnegative()),
  openPerOrdinaryReader: z.int().nonnegative(),
})
export type SeedLoans = z.infer<typeof loans>

const visits = z.object({
  days: z.int().positive(),
  institutions: z.array(z.object({ institution: z.string(), usual: z.array(z.int().nonnegative()) })),
})
export type SeedVisits = z.infer<typeof visits>

const targets = z.object({
  /** The document that every one of them names. */
  source: z.string(),
  targets: z.array(
    z.object({
      indicator: z.string().refine(code => indicatorByCode(code) !== null),
      /** Null is the whole province. */
      institution: z.string().nullable(),
      value: z.int().positive(),
    }),
  ),
})
export type SeedTargets = z.infer<typeof targets>

const objects = z.object({
  institution: z.string(),
  enteredDaysAgo: z.int().positive(),
  objects: z.array(z.partialRecord(z.enum(objectFields.map(({ id }) => id)), z.string())),
})
export type SeedObjects = z.infer<typeof objects>

const heads = { adults: z.int().nonnegative(), children: z.int().nonnegative() }
const inBoth = z.object({ vi: z.string(), en: z.string() })
const time = z.string().regex(/^\d\d:\d\d$/)
const activity = z.object({
  institution: z.string(),
  kind: z.enum(activityKinds),
  audience: z.enum(audienceKinds),
  audienceNote: z.string(),
  title: inBoth,
  description: inBoth,
  /** Days from the day of loading; with `weekday` (1 is Monday) the first such day from then on. */
  inDays: z.int(),
  weekday: z.int().min(1).max(7).optional(),
  from: time,
  to: time,
  capacity: z.int().positive().nullable(),
  /** In đồng. */
  cost: z.int().nonnegative().default(0),
  where: z.string(),
  languages: z.array(z.string()),
  accessibility: z.string(),
  signUps: z.array(z.object({ name: z.string(), ...heads, came: z.boolean().default(false) })),
  walkIns: z.object(heads).optional(),
  held: z.boolean().default(false),
  /** Why it does not take place. */
  cancelled: z.string().optional(),
})
export type SeedActivity = z.infer<typeof activity>

export interface Seed {
  /** Checked by the module that loads them. */
  readonly institutions: unknown
  readonly titles: readonly SeedTitle[]
  readonly libraries: readonly SeedLibrary[]
  readonly staff: readonly SeedStaff[]
  readonly readers: readonly SeedReader[]
  readonly loans: SeedLoans
  readonly objects: SeedObjects
  readonly visits: SeedVisits
  readonly activities: readonly SeedActivity[]
  readonly targets: SeedTargets
}

/** Everything of the demonstration province; throws a description of what is wrong with a file. */
export function readSeed(): Seed {
  const people = z.object({ staff: z.array(staff), readers: z.array(reader) }).parse(read('accounts.json'))
  return {
    institutions: read('institutions.json'),
    titles: z.object({ titles: z.array(title) }).parse(read('titles.json')).titles,
    libraries: z.object({ libraries: z.array(library) }).parse(read('holdings.json')).libraries,
    ...people,
    loans: loans.parse(read('loans.json')),
    objects: objects.parse(read('objects.json')),
    visits: visits.parse(read('visits.json')),
    activities: z.object({ activities: z.array(activity) }).parse(read('activities.json')).activities,
    targets: targets.parse(read('targets.json')),
  }
}

export const readPlaceFiles = (): PlaceFiles => ({
  communes: read('places/lao-cai-communes-2025.json'),
  legacy: read('places/lao-cai-yen-bai-legacy-2025-06-30.json'),
  tiles: read('places/lao-cai-tiles.json'),
})
