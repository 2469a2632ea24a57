import pg from 'pg'
import { type Sql, textOf } from './sql.ts'

/** What a store may do inside or outside a transaction. Rows come back as plain objects with the column names of the query. */
export interface Db {
  /** All rows. */
  many<Row extends object>(query: Sql): Promise<Row[]>
  /** The only row; throws when there is none or more than one. */
  one<Row extends object>(query: Sql): Promise<Row>
  /** The only row or null; throws when there are more. */
  maybeOne<Row extends object>(query: Sql): Promise<Row | null>
  /** Runs a statement; gives the number of rows it touched. */
  run(query: Sql): Promise<number>
  /** Runs `work` in one transaction (a savepoint when already inside one); an exception rolls it back. */
  transaction<T>(work: (tx: Db) => Promise<T>, isolation?: Isolation): Promise<T>
}

export type Isolation = 'read committed' | 'repeatable read' | 'serializable'

/** A pool of connections and its end. */
export interface Database extends Db {
  /** Listens on a PostgreSQL notification channel over a connection of its own, reconnecting when it is lost. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  /** One session outside the pool's reach, as an exported snapshot or an advisory lock needs it. */
  withConnection<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** PostgreSQL's types as our values: date → LocalDate string, int8 and numeric → number (none of ours passes 2^53). */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, value => value)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export type Client = Pick<pg.ClientBase, 'query'>

function queries(client: Client): Omit<Db, 'transaction'> {
  const ask = (query: Sql) => client.query({ text: textOf(query), values: [...query.values] })
  const atMostOne = async <Row extends object>(query: Sql): Promise<Row | null> => {
    const rows: Row[] = (await ask(query)).rows
    if (rows.length > 1) throw new Error(`expected one row, got ${rows.length}: ${textOf(query).slice(0, 200)}`)
    return rows[0] ?? null
  }
  return {
    many: async query => (await ask(query)).rows,
    maybeOne: atMostOne,
    one: async <Row extends object>(query: Sql) => {
      const row = await atMostOne<Row>(query)
      if (row === null) throw new Error(`expected one row, got none: ${textOf(query).slice(0, 200)}`)
      return row
    },
    run: async query => (await ask(query)).rowCount ?? 0,
  }
}

function inTransaction(client: Client, depth: number): Db {
  return {
    ...queries(client),
    transaction: async work => {
      const savepoint = `s${depth}`
      await client.query(`savepoint ${savepoint}`)
      try {
        const result = await work(inTransaction(client, depth + 1))
        await client.query(`release savepoint ${savepoint}`)
        return result
      } catch (error) {
        await client.query(`rollback to savepoint ${savepoint}`)
        throw error
      }
    },
  }
}

/** One transaction on a connection that the caller keeps. */
export async function transact<T>(client: Client, work: (tx: Db) => Promise<T>, isolation: Isolation): Promise<T> {
  await client.query(`begin isolation level ${isolation}`)
  try {
    const result = await work(inTransaction(client, 1))
    await client.query('commit')
    return result
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one that matters.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const onClient = (client: Client): Db => ({
  ...queries(client),
  transaction: (work, isolation = 'read committed') => transact(client, work, isolation),
})

export interface DatabaseOptions {
  readonly url: string
  /** Connections at most. */
  readonly connections?: number
  readonly applicationName?: string
  /** Told of errors on idle connections, which pg would otherwise throw at the process. */
  readonly onError?: (error: Error) => void
}

export function openDatabase(options: DatabaseOptions): Database {
  const onError = options.onError ?? (() => undefined)
  const connection = {
    connectionString: options.url,
    application_name: options.applicationName ?? 'bac-thang',
    types,
  }
  const pool = new pg.Pool({ ...connection, max: options.connections ?? 8 })
  pool.on('error', onError)

  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const remember = (error: Error) => {
      broken = error
    }
    client.on('error', remember)
    try {
      return await work(client)
    } finally {
      client.off('error', remember)
      client.release(broken)
    }
  }

  return {
    ...queries(pool),
    transaction: (work, isolation = 'read committed') => withClient(client => transact(client, work, isolation)),
    withConnection: work => withClient(client => work(onClient(client))),
    listen: (channel, heard) => listen(connection, channel, heard, onError),
    close: () => pool.end(),
  }
}

/** Keeps a LISTEN alive: a lost connection is opened again after a second, and `heard('')` says that messages may have been missed. */
async function listen(
  connection: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    const next = new pg.Client(connection)
    next.on('error', onError)
    next.on('end', () => {
      if (!stopped && client === next) again()
    })
    next.on('notification', message => heard(message.payload ?? ''))
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
    if (stopped) await next.end()
  }
  const again = () => {
    client = null
    timer = setTimeout(() => {
      connect()
        .then(() => heard(''))
        .catch(error => {
          onError(error)
          if (!stopped) again()
        })
    }, 1000)
  }
  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
