import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Where a command speaks: plain lines, and one line that moves where a person watches. */
export interface Terminal {
  line(text: string): void
  /** To standard error. */
  complaint(text: string): void
  /** A line that replaces itself on a terminal; elsewhere a plain line every few seconds. */
  progress(text: string): void
  /** Ends the moving line, leaving nothing of it. */
  settle(): void
  /** Asks without showing what is typed; null where nobody can answer, or on Ctrl-C. */
  askSecret(question: string): Promise<string | null>
}

const plainEveryMs = 5000

export function openTerminal(): Terminal {
  const watched = process.stdout.isTTY === true
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      // Whoever read us, as `| head` does, has seen enough; the work goes on to its end.
      if (!('code' in error) || error.code !== 'EPIPE') throw error
    })
  }
  let moving = false
  let lastPlain = 0
  const settle = () => {
    if (moving) process.stdout.write('\r\u001b[K')
    moving = false
  }
  return {
    line: text => {
      settle()
      process.stdout.write(`${text}\n`)
    },
    complaint: text => {
      settle()
      process.stderr.write(`${text}\n`)
    },
    progress: text => {
      if (watched) {
        process.stdout.write(`\r\u001b[K${[...text].slice(0, (process.stdout.columns ?? 80) - 1).join('')}`)
        moving = true
      } else if (performance.now() - lastPlain > plainEveryMs) {
        lastPlain = performance.now()
        process.stdout.write(`${text}\n`)
      }
    },
    settle,
    askSecret: question => askSecret(question),
  }
}

function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return Promise.resolve(null)
  process.stdout.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise(resolve => {
    const answer = (text: string | null) => {
      reader.close()
      process.stdout.write('\n')
      resolve(text)
    }
    reader.once('SIGINT', () => answer(null))
    reader.once('line', answer)
  })
}
