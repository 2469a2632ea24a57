import { type Call, type Command, exit } from './command.ts'
import { startServing } from './serve.ts'

/** Serves until Ctrl-C or SIGTERM; stopping in order is success. */
export const serveCommand: Command = {
  name: 'serve',
  usage: '[--network=2g]',
  options: { network: { type: 'string' } },
  names: [0, 0],
  run: async call => {
    const { config, terminal, words } = call
    const serving = await startServing(config, terminal.line)
    for (const line of words.serve.ready(serving.url, serving.state)) terminal.line(line)
    await stopped(call)
    terminal.line(words.serve.stopping)
    await serving.stop()
    terminal.line(words.serve.stopped)
    return exit.done
  },
}

const stopped = ({ signal }: Call): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
