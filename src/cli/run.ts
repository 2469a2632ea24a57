import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Language } from '../kernel/language.ts'
import { type Config, languageOf, readConfig } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { type Call, type Command, exit, WrongUsage } from './command.ts'
import { commands } from './commands.ts'
import { sentenceOf } from './failure.ts'
import { allHelp, helpOf, usageOf } from './help.ts'
import { type Words, wordsOf } from './messages.ts'
import { nearest } from './nearest.ts'
import { openTerminal, type Terminal } from './terminal.ts'

type Environment = Readonly<Record<string, string | undefined>>

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** `--lang en` as `--lang=en`, so that it is one word wherever it stands. */
const joinLang = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) =>
    args[at - 1] === '--lang' ? [] : arg === '--lang' ? [`--lang=${args[at + 1] ?? ''}`] : [arg],
  )

/** The longest command whose words begin what was typed. */
const commandOf = (words: readonly string[]): Command | null =>
  commands.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name) ?? null

/** Runs one command line and gives the exit code; never throws. */
export async function runCommandLine(typed: readonly string[], environment: Environment): Promise<number> {
  const all = joinLang(typed)
  const lang = languageOf(environment, all)
  const words = wordsOf(lang)
  const terminal = openTerminal()
  const args = all.filter(arg => !arg.startsWith('--lang='))
  const plain = args.filter(arg => !arg.startsWith('-'))
  const wantsHelp = args.some(arg => arg === '--help' || arg === '-h') || plain[0] === 'help' || args.length === 0
  const command = commandOf(plain[0] === 'help' ? plain.slice(1) : plain)
  if (wantsHelp && (command !== null || plain.length === 0 || plain[0] === 'help')) {
    for (const line of command === null ? allHelp(words) : helpOf(command, words)) terminal.line(line)
    return args.length === 0 ? exit.usage : exit.done
  }
  const group = commands.filter(({ name }) => plain.length === 1 && name.startsWith(`${plain[0]} `))
  if (wantsHelp && command === null && group.length > 0) {
    for (const one of group) for (const line of [...helpOf(one, words), '']) terminal.line(line)
    return exit.done
  }
  if (command === null) {
    const asked = plain.slice(0, 2).join(' ')
    terminal.complaint(
      words.unknownCommand(
        asked,
        nearest(
          asked,
          commands.map(({ name }) => name),
        ),
      ),
    )
    return exit.usage
  }
  let config: Config | null = null
  try {
    config = readConfig(environment, all)
    return await run(command, args, { config, lang, words, terminal, path: pathFrom(environment) })
  } catch (error) {
    return explain(error, { command, config, lang, words, terminal })
  }
}

/** npm runs scripts in the project's folder and says in INIT_CWD where the person is. */
function pathFrom(environment: Environment): (typed: string) => string {
  const throughNpm = environment.npm_lifecycle_event === 'bac-thang' && process.cwd() === root
  const base = throughNpm ? (environment.INIT_CWD ?? process.cwd()) : process.cwd()
  return typed => resolve(base, typed)
}

const samePressMs = 1000

async function run(command: Command, args: readonly string[], start: Omit<Call, 'options' | 'names' | 'signal'>) {
  const { options, names } = parse(command, args, start.words)
  const stopping = new AbortController()
  let askedAt = 0
  const stop = () => {
    // npm passes Ctrl-C on although the terminal has sent it already; whoever asks again later does not want to wait.
    if (stopping.signal.aborted && performance.now() - askedAt > samePressMs) process.exit(exit.interrupted)
    if (!stopping.signal.aborted) askedAt = performance.now()
    stopping.abort()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, stop)
  try {
    return await command.run({ ...start, options, names, signal: stopping.signal })
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

function parse(command: Command, args: readonly string[], words: Words): Pick<Call, 'options' | 'names'> {
  const depth = command.name.split(' ').length
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options, allowPositionals: true })
    const names = positionals.slice(depth)
    const [least, most] = command.names
    if (names.length < least) throw new WrongUsage(words.tooFewNames)
    if (names.length > most) throw new WrongUsage(words.tooManyNames)
    // None of our options may be given more than once, so no value is a list.
    return { options: values as Call['options'], names }
  } catch (error) {
    if (error instanceof WrongUsage) throw error
    const option = /'(-[^' ]+)/.exec(String(error))?.[1] ?? ''
    const unknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new WrongUsage(unknown ? words.unknownOption(option) : words.optionNeedsValue(option))
  }
}

interface Where {
  readonly command: Command
  readonly config: Config | null
  readonly lang: Language
  readonly words: Words
  readonly terminal: Terminal
}

/** Says what went wrong; what nobody foresaw goes to the log with its stack. */
function explain(error: unknown, { command, config, lang, words, terminal }: Where): number {
  if (error instanceof WrongUsage) {
    terminal.complaint(words.wrongUsage(error.message, usageOf(command)))
    return exit.usage
  }
  if (error instanceof Error && error.name === 'AbortError') {
    terminal.complaint(words.interrupted)
    return exit.interrupted
  }
  terminal.complaint(sentenceOf(error, lang, config) ?? unforeseen(error, config, words))
  return exit.failed
}

function unforeseen(error: unknown, config: Config | null, words: Words): string {
  const why = error instanceof Error ? error.message : String(error)
  const folder = config === null ? null : resolve(config.dataDir, 'logs')
  try {
    openLog({ folder, level: 'error' }).error({ error: error instanceof Error ? error.stack : why }, 'command failed')
  } catch {
    // Where nothing can be written, the sentence is all there is.
  }
  return words.unforeseen(why, folder ?? 'logs')
}
