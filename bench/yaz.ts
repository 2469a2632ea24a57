import { spawnSync } from 'node:child_process'

/** Converts ISO 2709 to MARCXML with Index Data's yaz-marcdump and throws the result away; null where it is not installed. */
export function yazConverts(files: readonly string[]): { seconds: number } | null {
  const from = performance.now()
  for (const file of files) {
    const { error } = spawnSync('yaz-marcdump', ['-i', 'marc', '-o', 'marcxml', file], { stdio: 'ignore' })
    if (error !== undefined) return null
  }
  return { seconds: (performance.now() - from) / 1000 }
}
