import { rebuildFigures } from '../modules/plan/index.ts'
import { type Command, exit } from './command.ts'
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
