import type { Command } from './command.ts'
import { commands } from './commands.ts'
import type { Words } from './messages.ts'

const program = 'npm run bac-thang --'

export const usageOf = ({ name, usage }: Command): string => `${program} ${name} ${usage}`.trim()

const wordsFor = ({ name }: Command, words: Words) => {
  const help: Readonly<Record<string, Words['help'][keyof Words['help']]>> = words.help
  return help[name] ?? { summary: '', details: [] }
}

/** All commands, a line each. */
export function allHelp(words: Words): string[] {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  return [
    `${words.usage}: ${program} <…>`,
    '',
    `${words.commands}:`,
    ...commands.map(command => {
      const typed = `${command.name} ${command.usage}`.trim()
      return `  ${typed.padEnd(width)}  ${wordsFor(command, words).summary}`
    }),
    '',
    words.helpOfEach,
  ]
}

export function helpOf(command: Command, words: Words): string[] {
  const { summary, details } = wordsFor(command, words)
  return [`${words.usage}: ${usageOf(command)}`, '', summary, ...details]
}
