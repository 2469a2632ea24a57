import type { ParseArgsConfig } from 'node:util'
import type { Language } from '../kernel/language.ts'
import type { Config } from '../platform/config.ts'
import type { Words } from './messages.ts'
import type { Terminal } from './terminal.ts'

/** What a script may trust: done; not done, and a sentence said why; asked in a way that is not understood; interrupted. */
export const exit = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const

/** One call of a command, everything parsed. */
export interface Call {
  readonly config: Config
  readonly lang: Language
  readonly words: Words
  readonly terminal: Terminal
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly names: readonly string[]
  /** Aborted by Ctrl-C or SIGTERM: put down what is under way and close the house. */
  readonly signal: AbortSignal
  /** A path as the person meant it, from where they typed it. */
  path(typed: string): string
}

export interface Command {
  /** As it is typed: `import marc`. */
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** How many names may follow, at least and at most. */
  readonly names: readonly [least: number, most: number]
  run(call: Call): Promise<number>
}

/** Asked in a way that is not understood; the sentence says what was expected. */
export class WrongUsage extends Error {}

/** Did not work, for a reason that this sentence tells. */
export class Failed extends Error {}

export const textOption = (call: Call, name: string): string | null => {
  const value = call.options[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
