import type { Warning } from './problem.ts'

export type Warn = (warning: Warning) => void

/** More than a person reads of one record; the rest is only counted, so that no record can fill the memory. */
const kept = 50

/** A list of warnings that stays short: `warn` adds to it, `warnings` ends it with the count of those left out. */
export function collectWarnings(): { warn: Warn; warnings: () => readonly Warning[] } {
  const list: Warning[] = []
  let more = 0
  return {
    warn: warning => {
      if (list.length < kept) list.push(warning)
      else more += 1
    },
    warnings: () => (more > 0 ? [...list, { code: 'more-warnings', count: more }] : list),
  }
}
