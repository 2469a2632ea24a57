import pg from 'pg'
import { isRunning, type ProcessMark } from './processes.ts'

/** A server of our own that runs, or is starting. */
export interface RunningServer {
  readonly mark: ProcessMark
  readonly port: number
}

export const ownerRole = 'bac_thang_owner'
export const appRole = 'bac_thang'
export const databaseName = 'bac_thang'

export const connectionOf = (port: number, user: string, password: string) => ({
  host: '127.0.0.1',
  port,
  user,
  password,
})

/** A large database that was cut off reads its log again first, on a slow disk for minutes. */
export const recoveryMs = 15 * 60_000

/**
 * Waits until a server that is starting answers; false when it ended or the time ran out first. While it says itself
 * that it recovers, `recovering` milliseconds count: to stop it then would only begin its work anew.
 */
export async function answersIn(
  server: RunningServer,
  password: string,
  milliseconds: number,
  recovering = milliseconds,
): Promise<boolean> {
  const start = Date.now()
  for (;;) {
    const state = await stateOf(server.port, password)
    if (state === 'ready') return true
    const bound = state === 'recovering' ? recovering : milliseconds
    if (!isRunning(server.mark) || Date.now() - start > bound) return false
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}

const lookEveryMs = 20

type ServerState = 'ready' | 'recovering' | 'silent'

/** PostgreSQL's cannot_connect_now: it starts up, recovers or shuts down. */
const cannotConnectNow = '57P03'

async function stateOf(port: number, password: string): Promise<ServerState> {
  const client = new pg.Client({
    ...connectionOf(port, ownerRole, password),
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === cannotConnectNow ? 'recovering' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether the server answers our own password: so it is ours, and ready. */
export const canConnect = async (port: number, password: string): Promise<boolean> =>
  (await stateOf(port, password)) === 'ready'
