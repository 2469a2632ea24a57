import { canConnect, type RunningServer } from './connection.ts'
import { withLock } from './leases.ts'
import { isRunning } from './processes.ts'
import { foundServer, type ServerPlace, startServer } from './server.ts'

const lookEveryMs = 500

/**
 * Starts the server again, on the same port, when it was killed under us: requests fail for a moment, then go on.
 * Somebody else may have been as quick; then theirs is taken.
 */
export function keepRunning(
  run: string,
  place: ServerPlace,
  server: RunningServer,
  password: string,
): { stop(): Promise<void> } {
  let current = server
  let busy: Promise<void> | null = null
  const replace = async (): Promise<void> => {
    const found = foundServer(place.cluster)
    const theirs = found !== null && found.port === current.port && (await canConnect(found.port, password))
    current = theirs ? found : await startServer(place, password, current.port)
  }
  const look = () => {
    if (busy !== null || isRunning(current.mark)) return
    busy = withLock(run, replace)
      // A full disk, say: the next look tries again.
      .catch(() => undefined)
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
