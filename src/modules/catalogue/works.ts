import type { JobWork } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import { applyBatch } from './apply.ts'
import { stageBatch } from './stage.ts'
import { withdrawBatch } from './withdraw.ts'

/** The long work of this module; each can be cut off anywhere and goes on when it is called again. */
export const catalogueWorks = (world: World): Readonly<Record<string, JobWork>> => ({
  'catalogue.stage': (job, report, signal) => stageBatch(world, job, report, signal),
  'catalogue.apply': (job, report, signal) => applyBatch(world, job, report, signal),
  'catalogue.withdraw': (job, report, signal) => withdrawBatch(world, job, report, signal),
})
