import type { Db } from '../platform/database/database.ts'
import { findJob, type JobWork, runJobHere } from '../platform/jobs/index.ts'
import type { World } from '../platform/world.ts'
import { type Call, exit, Failed } from './command.ts'
import { pace } from './figures.ts'
import { progressLine, type Unit } from './progress.ts'

const lookEveryMs = 300

/** Follows a job that another process does, until it is over. Ctrl-C stops the watching only. */
export async function watchJob(call: Call, db: Db, id: string, label: string, unit: Unit): Promise<number> {
  const { terminal, words, signal } = call
  const speed = pace(performance.now())
  for (;;) {
    const job = await findJob(db, id)
    if (job === null) throw new Failed(words.job.gone)
    if (job.state === 'failed') throw new Failed(words.job.failed(job.error ?? ''))
    if (job.state === 'done') {
      terminal.settle()
      return exit.done
    }
    if (signal.aborted) {
      terminal.line(words.job.goesOn)
      return exit.interrupted
    }
    terminal.progress(`${label} · ${progressLine(call, job.done, job.total, unit, speed)}`)
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}

/** Does a queued job here and shows how far it is; one that the running server was quicker to take is watched. */
export async function runOrWatch(
  call: Call,
  world: World,
  works: Readonly<Record<string, JobWork>>,
  id: string,
  label: string,
  unit: Unit,
): Promise<number> {
  const speed = pace(performance.now())
  const shown = Object.entries(works).map(([kind, work]): [string, JobWork] => [
    kind,
    (job, report, signal) =>
      work(
        job,
        async (done, total) => {
          await report(done, total)
          call.terminal.progress(`${label} · ${progressLine(call, done, total, unit, speed)}`)
        },
        signal,
      ),
  ])
  const { database, log } = world
  const options = { database, holder: `command-${process.pid}`, works: Object.fromEntries(shown), log }
  if (await runJobHere(options, id, call.signal)) return exit.done
  call.terminal.line(call.words.import.byServer)
  return watchJob(call, database, id, label, unit)
}
