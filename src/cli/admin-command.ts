import { getRandomValues } from 'node:crypto'
import { createAccount, isLogin, randomPassword } from '../modules/people/index.ts'
import { type Call, type Command, exit, Failed, textOption } from './command.ts'
import { inHouse } from './open.ts'

const shortestPassword = 10

/** The password as typed twice, or one that we make where nobody can type. */
async function choosePassword({ terminal, words }: Call): Promise<{ password: string; made: boolean }> {
  const typed = await terminal.askSecret(words.admin.askPassword(shortestPassword))
  if (typed === null || typed === '')
    return { password: randomPassword(getRandomValues(new Uint8Array(16))), made: true }
  if ([...typed].length < shortestPassword) throw new Failed(words.admin.passwordShort(shortestPassword))
  if ((await terminal.askSecret(words.admin.askAgain)) !== typed) throw new Failed(words.admin.passwordsDiffer)
  return { password: typed, made: false }
}

export const adminCreateCommand: Command = {
  name: 'admin create',
  usage: '[--login X] [--name Y]',
  options: { login: { type: 'string' }, name: { type: 'string' } },
  names: [0, 0],
  run: async call => {
    const { terminal, words } = call
    const login = (textOption(call, 'login') ?? 'quan-tri').toLowerCase()
    if (!isLogin(login)) throw new Failed(words.admin.loginOdd)
    const { password, made } = await choosePassword(call)
    const account = {
      login,
      password,
      displayName: textOption(call, 'name') ?? words.admin.defaultName,
      role: 'administrator' as const,
      institution: null,
      withBranches: false,
      demo: false,
      mustChangePassword: made,
    }
    const result = await inHouse(call, 'command', ({ world }) => createAccount(world, account))
    if (!result.ok) throw new Failed(words.admin.loginTaken(login))
    terminal.line(words.admin.created(login))
    if (made) terminal.line(words.admin.password(password))
    terminal.line(words.admin.next)
    return exit.done
  },
}
