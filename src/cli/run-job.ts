import type { Db } from '../platform/database/database.ts'
import { findJob, type Job, type JobWork, type Report, runJobHere } from '../platform/jobs/index.ts'
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
    const state = await lookAtJob(call, db, id, job =>
      terminal.progress(`${label} · ${progressLine(call, job.done, job.total, unit, speed)}`),
    )
    if (state === 'done') return exit.done
    if (signal.aborted) {
      terminal.line(words.job.goesOn)
      return exit.interrupted
    }
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}

async function lookAtJob(
  { terminal, words }: Call,
  db: Db,
  id: string,
  show: (job: Job) => void,
): Promise<Job['state']> {
  const job = await findJob(db, id)
  if (job === null) throw new Failed(words.job.gone)
  if (job.state === 'failed') throw new Failed(words.job.failed(job.error ?? ''))
  if (job.state === 'done') terminal.settle()
  else show(job)
  return job.state
}

/** Does a queued job here and shows how far it is. One that another process holds is watched, and taken when that dies. */
export async function runOrWatch(
  call: Call,
  world: World,
  works: Readonly<Record<string, JobWork>>,
  id: string,
  label: string,
  unit: Unit,
): Promise<number> {
  const { terminal, signal } = call
  const speed = pace(performance.now())
  const show = (done: number, total: number | null) =>
    terminal.progress(`${label} · ${progressLine(call, done, total, unit, speed)}`)
  const shown = Object.entries(works).map(([kind, work]): [string, JobWork] => [
    kind,
    (job, report, stopped) => {
      const reported: Report = async (done, total) => {
        await report(done, total)
        show(done, total)
      }
      return work(job, reported, stopped)
    },
  ])
  const { database, log } = world
  const options = { database, holder: `command-${process.pid}`, works: Object.fromEntries(shown), log }
  for (let told = false; !(await runJobHere(options, id, signal)); ) {
    if ((await lookAtJob(call, database, id, job => show(job.done, job.total))) === 'done') break
    if (!told) terminal.line(call.words.import.byOther)
    told = true
    if (signal.aborted) {
      terminal.line(call.words.job.goesOn)
      return exit.interrupted
    }
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
  terminal.settle()
  return exit.done
}
