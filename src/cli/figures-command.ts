import { formatDate, localDateAt } from '../kernel/local-date.ts'
import {
  type FrozenCount,
  freezeSentence,
  freezeYear,
  frozenCounts,
  frozenYears,
  verbName,
  yearsWithFacts,
} from '../modules/participation/index.ts'
import { rebuildFigures } from '../modules/plan/index.ts'
import { newId } from '../platform/clock.ts'
import type { World } from '../platform/world.ts'
import { type Call, type Command, exit, Failed, WrongUsage } from './command.ts'
import { count } from './figures.ts'
import { inHouse } from './open.ts'

export const figuresCommand: Command = {
  name: 'figures rebuild',
  usage: '',
  options: {},
  names: [0, 0],
  run: async call => {
    const { terminal, words, lang } = call
    terminal.progress(words.figures.computing)
    const facts = await inHouse(call, 'command', ({ world }) => rebuildFigures(world.database, () => world.clock.now()))
    terminal.line(words.figures.computed(count(facts, lang)))
    return exit.done
  },
}

export const freezeCommand: Command = {
  name: 'figures freeze',
  usage: '[YEAR]',
  options: {},
  names: [0, 1],
  run: async call => {
    const [typed] = call.names
    if (typed !== undefined && !/^[12]\d{3}$/.test(typed)) throw new WrongUsage(call.words.figures.noSuchYear(typed))
    await inHouse(call, 'command', ({ world }) =>
      typed === undefined ? listYears(call, world) : freeze(call, world, Number(typed)),
    )
    return exit.done
  },
}

async function listYears({ terminal, words, lang }: Call, { database }: World): Promise<void> {
  const frozen = new Map((await frozenYears(database)).map(({ year, frozenAt }) => [year, frozenAt]))
  const years = await yearsWithFacts(database)
  if (years.length === 0) terminal.line(words.figures.noYears)
  for (const { year, facts } of years) {
    const at = frozen.get(year)
    const on = at === undefined ? null : formatDate(localDateAt(at), lang)
    terminal.line(words.figures.yearLine(year, count(facts, lang), on))
    if (at !== undefined) printPeople({ terminal, words, lang }, await frozenCounts(database, year))
  }
}

async function freeze(call: Call, world: World, year: number): Promise<void> {
  const { terminal, words, lang } = call
  const done = await freezeYear(world, { act: newId(), by: null, year, now: world.clock.now() })
  if (!done.ok) throw new Failed(done.problems.map(problem => freezeSentence(problem, lang)).join(' '))
  terminal.line(words.figures.frozen(year))
  printPeople(call, await frozenCounts(world.database, year))
}

/** The counts of the province; those of institutions are never added up. */
function printPeople({ terminal, words, lang }: Pick<Call, 'terminal' | 'words' | 'lang'>, counts: FrozenCount[]) {
  const whole = counts.filter(({ institution }) => institution === null)
  if (whole.length === 0) terminal.line(words.figures.noPeople)
  for (const { verb, people } of whole)
    terminal.line(words.figures.peopleLine(verbName(verb, lang), count(people, lang)))
}
