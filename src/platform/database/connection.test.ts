import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { after, it } from 'node:test'
import { answersIn } from './connection.ts'
import { markOf, ownMark } from './processes.ts'

const servers: Server[] = []
after(() => {
  for (const server of servers) server.close()
})

/** A server that answers everybody with one error, as PostgreSQL's protocol words it (ErrorResponse). */
async function refusing(code: string): Promise<number> {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mno\0\0`)
  const head = Buffer.from('E\0\0\0\0')
  head.writeInt32BE(fields.length + 4, 1)
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(Buffer.concat([head, fields])))
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function waited(port: number, mark = ownMark): Promise<number> {
  const from = performance.now()
  assert.equal(await answersIn({ mark, port }, 'x', 200, 900), false)
  return performance.now() - from
}

it('waits longer for a server that says that it recovers, and no longer for one that refuses us', async () => {
  const [recovering, refused] = [await waited(await refusing('57P03')), await waited(await refusing('28P01'))]
  assert.ok(recovering >= 900, `${recovering}`)
  assert.ok(refused >= 200 && refused < 900, `${refused}`)
})

it('does not wait for a process that has ended', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  assert.ok((await waited(await refusing('57P03'), markOf(pid))) < 200)
})
