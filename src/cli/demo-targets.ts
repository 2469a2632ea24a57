import { type LocalDate, yearOf } from '../kernel/local-date.ts'
import { institutionByCode } from '../modules/institutions/index.ts'
import { setTargets } from '../modules/plan/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import type { SeedTargets } from './demo-seed.ts'

/** Sets the invented plan of the loading year, an act for each indicator, so that pages have something to hold against. */
export async function planYear(
  world: World,
  { source, targets }: SeedTargets,
  today: LocalDate,
  idOf: (key: string) => string,
): Promise<void> {
  for (const indicator of new Set(targets.map(one => one.indicator))) {
    const wanted: { institution: string | null; value: number }[] = []
    for (const { institution: code, value } of targets.filter(one => one.indicator === indicator)) {
      const institution = code === null ? null : await institutionByCode(world.database, code)
      if (code !== null && institution === null) throw new Error(`${code} is no institution`)
      wanted.push({ institution: institution?.id ?? null, value })
    }
    const plan = { indicator, year: yearOf(today), month: null, wanted, source, reason: '' }
    certain(await setTargets(world, { id: idOf(`targets ${indicator}`), by: null, ...plan }), `targets of ${indicator}`)
  }
}
