import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { type Db, type Isolation, transact, types } from './database.ts'

/** A transaction that can also stream whole tables by COPY. */
export interface CopySession extends Db {
  /** `copy … to stdout`: the rows as PostgreSQL's text format writes them, cut anywhere. */
  copyOut(statement: string): AsyncIterable<Buffer>
  /** `copy … from stdin`; gives the number of rows. */
  copyIn(statement: string, chunks: AsyncIterable<Uint8Array>): Promise<number>
}

/** What both sides of a copy must agree about, so that equal rows are equal text on every server. */
const plainText =
  "set local datestyle = iso; set local intervalstyle = postgres; set local timezone = 'UTC'; " +
  'set local bytea_output = hex; set local extra_float_digits = 1'

/** One transaction on a connection of its own; an exception rolls it back. */
export async function withCopySession<T>(
  url: string,
  isolation: Isolation,
  work: (session: CopySession) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'bac-thang copy', types })
  let lost: Error | null = null
  client.on('error', error => {
    lost = error
  })
  await client.connect()
  try {
    return await transact(
      client,
      async tx => {
        await client.query(plainText)
        return work({
          ...tx,
          copyOut: statement => client.query(copyStreams.to(statement)),
          copyIn: async (statement, chunks) => {
            const stream = client.query(copyStreams.from(statement))
            await pipeline(Readable.from(chunks, { objectMode: false }), stream)
            return stream.rowCount
          },
        })
      },
      isolation,
    )
  } catch (error) {
    throw lost ?? error
  } finally {
    await client.end().catch(() => undefined)
  }
}
