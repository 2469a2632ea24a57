import { createServer, type Socket } from 'node:net'

/** A mail server that keeps every line it hears; `answer` may refuse one (as `550 no`), null takes it. */
export async function startSmtp(answer: (line: string) => string | null = () => null) {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    const say = (line: string) => socket.write(`${line}\r\n`)
    let rest = ''
    let inData = false
    say('220 test ready')
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = `${rest}${chunk}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        heard.push(line)
        if (inData) {
          inData = line !== '.'
          if (!inData) say('250 taken')
          continue
        }
        const said = answer(line)
        inData = said === null && line === 'DATA'
        say(said ?? (inData ? '354 go on' : line.startsWith('EHLO') ? '250-test\r\n250 AUTH PLAIN' : '250 ok'))
        if (line === 'QUIT') socket.end()
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
