import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { laterApis, readByOldBrowser } from './floor.ts'

/** A road to the application on which a browser of today has of it what the oldest ones have. */
export interface OldRoad {
  readonly url: string
  close(): Promise<void>
}

/** Safari sends `Sec-Fetch-*` from 16.4 on. */
const sentByOldBrowser = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('sec-')))

/** Passes everything on, but stylesheets as the oldest browsers read them, and no header that they do not send. */
export async function openOldRoad(to: string): Promise<OldRoad> {
  const { hostname, port } = new URL(to)
  const ask = (asked: IncomingMessage, headers: IncomingHttpHeaders): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method, url: path } = asked
      asked.pipe(request({ hostname, port, method, path, headers }, resolve).on('error', reject))
    })
  const answerTo = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const headers = sentByOldBrowser(asked.headers)
    const isStyle = asked.url?.includes('.css') ?? false
    const given = await ask(asked, isStyle ? { ...headers, 'accept-encoding': 'identity' } : headers)
    const { 'content-length': _, ...changed } = given.headers
    answer.writeHead(given.statusCode ?? 502, isStyle ? changed : given.headers)
    if (isStyle) answer.end(readByOldBrowser(await text(given)).css)
    else given.pipe(answer)
  }
  const server = createServer((asked, answer) => void answerTo(asked, answer).catch(() => answer.destroy()))
  await new Promise<void>(listening => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(closed => {
        server.close(closed)
      })
    },
  }
}

/** Takes from every page to come what scripts of the oldest browsers do not find. */
export const forgetLaterApis = (page: Page): Promise<unknown> =>
  page.addInitScript(
    `for (const path of ${JSON.stringify(laterApis)}) {
      const names = path.split('.'), last = names.pop()
      let holder = globalThis
      for (const name of names) holder = holder && holder[name]
      if (holder) delete holder[last]
    }`,
  )
