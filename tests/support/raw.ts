import { connect, type Socket } from 'node:net'

/** What came back over a bare connection. */
export interface RawAnswer {
  /** 0 when the server closed without a word. */
  readonly status: number
  readonly head: string
  readonly body: string
}

const line = '\r\n'

/** Opens a bare connection: for requests that no browser and no `fetch` would send. */
export function dial(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket))
    socket.once('error', reject)
  })
}

/** The first answer on a connection, up to its end or to `milliseconds` without another byte. */
export function answerOn(socket: Socket, milliseconds = 10_000): Promise<RawAnswer> {
  const parts: Buffer[] = []
  return new Promise(resolve => {
    const done = () => {
      socket.destroy()
      const text = Buffer.concat(parts).toString('utf8')
      const [head = '', ...body] = text.split(line + line)
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: body.join(line + line) })
    }
    socket.setTimeout(milliseconds, done)
    socket.on('data', part => parts.push(part))
    socket.once('close', done)
    socket.on('error', done)
  })
}

/** Sends a request as it is written: the request line, header lines, and what follows them. */
export async function rawRequest(
  url: string,
  requestLine: string,
  headers: readonly string[] = [],
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const socket = await dial(url)
  const given = headers.some(header => /^host:/i.test(header)) ? [] : [`Host: ${new URL(url).host}`]
  socket.write(`${[requestLine, ...given, 'Connection: close', ...headers].join(line)}${line}${line}`, 'latin1')
  socket.write(body)
  return answerOn(socket)
}
