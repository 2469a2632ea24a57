import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUuid } from '../../kernel/uuid.ts'

/** Beside the database, since a restored one may be older than an erasure. Copied along with a backup by whoever keeps one. */
const listOf = (dataDir: string): string => join(dataDir, 'da-xoa.txt')

/** Adds the ids of people who were erased; they name nobody any more. */
export function noteErased(dataDir: string, people: readonly string[]): void {
  if (people.length > 0) appendFileSync(listOf(dataDir), `${people.join('\n')}\n`, { mode: 0o600 })
}

/** The ids of everybody who was erased here or, where the list was brought along, elsewhere. */
export function notedErased(dataDir: string): string[] {
  try {
    const lines = readFileSync(listOf(dataDir), 'utf8').split('\n')
    return [...new Set(lines.map(line => line.trim()).filter(isUuid))]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
