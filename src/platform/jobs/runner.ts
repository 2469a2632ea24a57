import type { Database } from '../database/database.ts'
import { type Job, JobLost, type JobWork, TurnOver } from './job.ts'
import { failJob, finishJob, giveWay, isWaitedFor, releaseJob, reportProgress, takeJob } from './store.ts'

export interface JobRunnerOptions {
  readonly database: Database
  /** Names this process among the holders of leases. */
  readonly holder: string
  readonly works: Readonly<Record<string, JobWork>>
  /** Kinds that may be cut off at every report and lose nothing: after `turnMs` they give way to whoever waits. */
  readonly takingTurns?: readonly string[]
  readonly turnMs?: number
  readonly log: { error(values: object, message: string): void }
}

const idlePauseMs = 10_000
/** So long that going on costs little beside it, so short that a person may wait for it. */
const turnMs = 10_000

/** Does one job from start to end, or to the end of its turn, under this process's lease; throws what the work threw. */
async function doJob(options: JobRunnerOptions, job: Job, signal: AbortSignal, turn: number): Promise<void> {
  const { database, holder, works } = options
  const work = works[job.kind]
  if (!work) throw new Error(`no work is known for ${job.kind}`)
  let last = { done: job.done, total: job.total }
  const turnEnds = performance.now() + turn
  const report = async (done: number, total: number | null) => {
    last = { done, total }
    if (!(await reportProgress(database, job.id, holder, done, total))) throw new JobLost(job.id)
    if (performance.now() > turnEnds && (await isWaitedFor(database, Object.keys(works), job.id)))
      throw new TurnOver(job.id)
  }
  // A long step between two reports must not look like a death.
  const heartbeat = setInterval(() => {
    reportProgress(database, job.id, holder, last.done, last.total).catch(() => undefined)
  }, 10_000)
  try {
    await work(job, report, signal)
    await finishJob(database, job.id, holder)
  } catch (error) {
    if (signal.aborted) await releaseJob(database, job.id, holder)
    else if (error instanceof TurnOver) await giveWay(database, job.id, holder)
    else if (!(error instanceof JobLost)) await failJob(database, job.id, holder, String(error))
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/** Runs one queued job here and now, as the command line does; false when another process holds it or it is over. */
export async function runJobHere(options: JobRunnerOptions, id: string, signal: AbortSignal): Promise<boolean> {
  const job = await takeJob(options.database, Object.keys(options.works), options.holder, id)
  if (job === null) return false
  await doJob(options, job, signal, Number.POSITIVE_INFINITY)
  return true
}

/** Takes jobs one after another until stopped; wakes at a notification, looks again every ten seconds. */
export async function startJobRunner(options: JobRunnerOptions): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let wake: () => void = () => undefined
  // A notice that comes while we are looking must not be slept over.
  let called = false
  const unlisten = await options.database.listen('job', () => {
    called = true
    wake()
  })
  const loop = async () => {
    while (!stopping.signal.aborted) {
      called = false
      const job = await takeJob(options.database, Object.keys(options.works), options.holder, null).catch(error => {
        options.log.error({ error: String(error) }, 'jobs cannot be read')
        return null
      })
      if (job !== null) {
        const turn = options.takingTurns?.includes(job.kind) ? (options.turnMs ?? turnMs) : Number.POSITIVE_INFINITY
        await doJob(options, job, stopping.signal, turn).catch(error => {
          if (!stopping.signal.aborted && !(error instanceof TurnOver))
            options.log.error({ job: job.id, kind: job.kind, error: String(error) }, 'job failed')
        })
        continue
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, idlePauseMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (called || stopping.signal.aborted) wake()
      })
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopping.abort()
      wake()
      await running
      await unlisten()
    },
  }
}
