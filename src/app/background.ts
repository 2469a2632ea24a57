import { eraseOldContacts, refreshEventLetter } from '../modules/activities/index.ts'
import {
  expireRequests,
  forgetReturnedLoans,
  queueLoanReminders,
  refreshReminder,
} from '../modules/circulation/index.ts'
import { importJobKinds } from '../modules/imports/index.ts'
import { forgetOldNotices, type Refresh, sendDueNotices } from '../modules/notices/index.ts'
import { forgetEndedSessions } from '../modules/people/index.ts'
import { computeFigures } from '../modules/plan/index.ts'
import { type JobWork, startJobRunner } from '../platform/jobs/index.ts'
import { openMail } from '../platform/mail/index.ts'
import type { World } from '../platform/world.ts'

/** Facts that a long transaction held back become visible without a notice of their own, so we also look now and then. */
const figuresEveryMs = 4000
/** Quiet hours end and letters are tried again without a notice. */
const lettersEveryMs = 20_000
const remindEveryMs = 3600_000
const forgetEveryMs = 6 * 3600_000

/** Does `work` after each wake-up and now and then, never twice at a time; a failure is logged and tried again. */
function keepDoing(work: () => Promise<unknown>, everyMs: number, failed: (error: unknown) => void) {
  let running: Promise<void> | null = null
  let again = false
  const run = () => {
    if (running !== null) {
      again = true
      return
    }
    running = work()
      .then(() => undefined, failed)
      .finally(() => {
        running = null
        if (again) {
          again = false
          run()
        }
      })
  }
  const timer = setInterval(run, everyMs)
  run()
  return {
    wake: run,
    stop: async () => {
      clearInterval(timer)
      again = false
      await running
    },
  }
}

/** Who owns a message is asked before it goes; whatever nobody asks after says what it said when it was queued. */
const refresh: Refresh = async (db, template, language) => {
  const letter = await refreshEventLetter(db, template, language)
  return letter && refreshReminder(db, letter, language)
}

/** What goes on beside the requests: long jobs, figures that follow the facts, names taken off returned loans, slips that
 *  nobody fetched ended, contacts of sign-ups erased, ended sessions swept away, letters queued, sent and forgotten. */
export async function startBackground(
  world: World,
  works: Readonly<Record<string, JobWork>>,
): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = world
  const failed = (what: string) => (error: unknown) => log.error({ error: String(error) }, what)
  const jobs = await startJobRunner({
    database,
    holder: `serve-${process.pid}`,
    works,
    log,
    takingTurns: importJobKinds,
  })
  const figures = keepDoing(() => computeFigures(database, () => clock.now()), figuresEveryMs, failed('figures'))
  const forgetting = keepDoing(() => forgetReturnedLoans(world), forgetEveryMs, failed('forgetting'))
  const contacts = keepDoing(() => eraseOldContacts(world), forgetEveryMs, failed('erasing contacts'))
  const slips = keepDoing(() => expireRequests(world), forgetEveryMs, failed('unfetched slips'))
  const sessions = keepDoing(() => forgetEndedSessions(world), forgetEveryMs, failed('ended sessions'))
  const mail = openMail(world.config.mail, world.config.dataDir, () => world.clock.now())
  let stopped = false
  const sending = { world, mail, refresh, stopping: () => stopped }
  const letters = keepDoing(() => sendDueNotices(sending), lettersEveryMs, failed('letters'))
  const reminders = keepDoing(() => queueLoanReminders(world), remindEveryMs, failed('reminders'))
  const oldNotices = keepDoing(() => forgetOldNotices(world), forgetEveryMs, failed('old notices'))
  const unlistenLetters = await database.listen('notice', letters.wake)
  const unlisten = await database.listen('fact', figures.wake)
  return {
    stop: async () => {
      stopped = true
      await unlisten()
      await unlistenLetters()
      await jobs.stop()
      await figures.stop()
      await forgetting.stop()
      await slips.stop()
      await sessions.stop()
      await reminders.stop()
      await letters.stop()
      await oldNotices.stop()
      mail.close()
      await contacts.stop()
    },
  }
}
