import type { JobWork } from '../../platform/jobs/index.ts'
import type { World } from '../../platform/world.ts'
import { applyBatch } from './apply.ts'
import type { ImportJobKind } from './import-jobs.ts'
import type { Register } from './register.ts'
import { stageBatch } from './stage.ts'
import { withdrawBatch } from './withdraw.ts'

/** The long work of this module; each can be cut off anywhere and goes on when it is called again. */
export const importWorks = (
  world: World,
  registers: readonly Register[],
): Readonly<Record<ImportJobKind, JobWork>> => ({
  'imports.stage': (job, report, signal) => stageBatch(world, registers, job, report, signal),
  'imports.apply': (job, report, signal) => applyBatch(world, registers, job, report, signal),
  'imports.withdraw': (job, report, signal) => withdrawBatch(world, registers, job, report, signal),
})
