import { withCopySession } from '../database/copy.ts'
import { migrate } from '../database/migrate.ts'
import { settle } from '../database/node.ts'
import { clearSchema } from './tables.ts'

/** Throws everything away, in one transaction, and leaves a new node that no start seeds by itself. Back up first. */
export const startEmpty = (url: string): Promise<void> =>
  withCopySession(url, 'read committed', async session => {
    await clearSchema(session)
    await migrate(session)
    await settle(session)
  })
