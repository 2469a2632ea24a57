import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path of a file in `shared/`, which may lie beside the repository with the large corpora that it does not ship;
 *  null when it is not there, and then the test that needs it is skipped and says so. */
export function sharedFile(path: string): string | null {
  const file = join(fileURLToPath(new URL('../../..', import.meta.url)), 'shared', path)
  return existsSync(file) ? file : null
}
