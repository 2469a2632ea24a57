import { readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { type ServerType, serve } from '@hono/node-server'
import type { Config } from '../platform/config.ts'

/** Listening failed in a way that the person who starts it can mend. */
export class CannotListen extends Error {
  readonly code: 'port-taken' | 'port-forbidden' | 'host-unknown'
  constructor(code: 'port-taken' | 'port-forbidden' | 'host-unknown') {
    super(code)
    this.code = code
  }
}

const known: Readonly<Record<string, CannotListen['code']>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-unknown',
  ENOTFOUND: 'host-unknown',
}

export interface Listening {
  /** As a person types it. */
  readonly url: string
  /** Takes no more requests, waits for those under way (ten seconds at most). */
  close(): Promise<void>
}

/** What answers requests. */
type Fetch = Parameters<typeof serve>[0]['fetch']

const graceMs = 10_000

/** Opens the port; throws `CannotListen` with the reason that a person can mend. */
export function startListening(web: { fetch: Fetch }, config: Config): Promise<Listening> {
  const tls =
    config.tls === null
      ? {}
      : {
          createServer: createSecureServer,
          serverOptions: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) },
        }
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: web.fetch, hostname: config.host, port: config.port, ...tls }, info => {
      const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
      const shown = host.includes(':') ? `[${host}]` : host
      resolve({
        url: `${config.tls === null ? 'http' : 'https'}://${shown}:${info.port}`,
        close: () => closing(server),
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = known[error.code ?? '']
      reject(code === undefined ? error : new CannotListen(code))
    })
  })
}

const closing = (server: ServerType): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      resolve()
    }, graceMs).unref()
  })
