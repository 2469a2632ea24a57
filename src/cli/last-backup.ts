import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../platform/database/folder.ts'

const noteOf = (dataDir: string): string => join(dataDir, 'backups', 'last.json')

/** Notes where and when a person's backup was written: it lies wherever they wanted it. */
export function noteBackup(dataDir: string, path: string, at: Date): void {
  mkdirSync(join(dataDir, 'backups'), { recursive: true, mode: 0o700 })
  writeWhole(noteOf(dataDir), JSON.stringify({ path, at: at.toISOString() }))
}

function noted(dataDir: string): Date | null {
  try {
    return new Date((JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as { at: string }).at)
  } catch {
    return null
  }
}

function automatic(dataDir: string): Date[] {
  const folder = join(dataDir, 'backups')
  try {
    const names = readdirSync(folder).filter(name => name.endsWith('.tar'))
    return names.map(name => statSync(join(folder, name)).mtime)
  } catch {
    return []
  }
}

/** When this installation was last backed up, by a person or by itself; null when never. */
export function lastBackup(dataDir: string): Date | null {
  const times = [noted(dataDir), ...automatic(dataDir)].flatMap(at => (at === null ? [] : [at.getTime()]))
  return times.length === 0 ? null : new Date(Math.max(...times))
}
