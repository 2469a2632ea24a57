import { canConnect, type RunningServer } from './connection.ts'
import { withLock } from './leases.ts'
import { isRunning } from './processes.ts'
import { foundServer, type ServerPlace, startServer } from './server.ts'

const lookEveryMs = 500

/** While it cannot be started, as on a full disk, it is tried again at longer and longer intervals. */
const longestPauseMs = 30_000

/**
 * Starts the server again, on the same port, when it was killed under us: requests fail for a moment, then go on.
 * Somebody else may have been as quick; then theirs is taken. `onError` is told that it ended, and why it cannot start.
 */
export function keepRunning(
  run: string,
  place: ServerPlace,
  server: RunningServer,
  password: string,
  onError: (error: Error) => void,
): { stop(): Promise<void> } {
  let current = server
  let busy: Promise<void> | null = null
  let pause = lookEveryMs
  let notBefore = 0
  const replace = async (): Promise<void> => {
    const found = foundServer(place.cluster)
    const theirs = found !== null && found.port === current.port && (await canConnect(found.port, password))
    current = theirs ? found : await startServer(place, password, current.port)
    pause = lookEveryMs
  }
  const look = () => {
    if (busy !== null || Date.now() < notBefore || isRunning(current.mark)) return
    if (pause === lookEveryMs) onError(new Error('PostgreSQL has ended; it is started again'))
    busy = withLock(run, replace)
      .catch(error => {
        pause = Math.min(pause * 2, longestPauseMs)
        notBefore = Date.now() + pause
        onError(error)
      })
      .finally(() => {
        busy = null
      })
  }
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await busy
    },
  }
}
