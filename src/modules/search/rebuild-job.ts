import type { JobWork } from '../../platform/jobs/index.ts'
import type { SearchIndex } from './open.ts'

/** The kind of the job that a command leaves for the server, which alone owns the index. */
export const rebuildJobKind = 'search.rebuild'

/** The server's work for it: the working index answers until the new one takes its place. Cut off, it begins again. */
export const rebuildWork =
  (index: Pick<SearchIndex, 'rebuild'>): JobWork =>
  async (_, report, signal) => {
    await index.rebuild(async (done, total) => {
      signal.throwIfAborted()
      await report(done, total)
    })
  }
