import { instantAt } from '../kernel/instant.ts'
import { addDays, type LocalDate } from '../kernel/local-date.ts'
import { ok } from '../kernel/result.ts'
import {
  decideShown,
  insertObjects,
  type NewObject,
  objectFromCells,
  queueObjects,
  recordObjectStock,
} from '../modules/heritage/index.ts'
import { institutionByCode } from '../modules/institutions/index.ts'
import { newId } from '../platform/clock.ts'
import { perform } from '../platform/journal/index.ts'
import type { World } from '../platform/world.ts'
import { certain } from './demo-certain.ts'
import type { SeedObjects } from './demo-seed.ts'

/** Writes the objects of the seed into the register of their museum, as of the day on which they are said to have come. */
export async function registerObjects(world: World, seed: SeedObjects, today: LocalDate, act: string): Promise<void> {
  const museum = await institutionByCode(world.database, seed.institution)
  if (museum === null) throw new Error(`objects name ${seed.institution}, which is no institution`)
  const day = addDays(today, -seed.enteredDaysAgo)
  const then = instantAt(day < museum.validFrom ? museum.validFrom : day, '09:00')
  const objects = seed.objects.map((cells): NewObject => {
    const mapped = objectFromCells(cells)
    if ('code' in mapped) throw new Error(`demonstration, object ${cells.number}: ${mapped.code}`)
    const { accessionNumber, facts } = mapped
    const { shown } = decideShown(facts)
    const rest = { institution: museum.id, shown, decided: false, batch: null, enteredAt: then }
    return { id: newId(), accessionNumber, facts, ...rest }
  })
  const done = await perform<number, never>(
    world.database,
    {
      id: act,
      type: 'demonstration.register-objects',
      version: 1,
      actor: null,
      institution: museum.id,
      occurredAt: then,
      payload: {},
    },
    async tx => {
      const ids = [...(await insertObjects(tx, objects))]
      await recordObjectStock(tx, { id: act }, museum.id, ids.length, { kind: 'institution', id: museum.id }, then)
      await queueObjects(tx, ids, world.clock.now())
      return ok(ids.length)
    },
  )
  certain(done, 'objects')
}
