import type { MiddlewareHandler } from 'hono'

/** Half a second there and back, about 30 KB a second, and one request in fifty lost: a telephone in the rain. */
const delayMs = 500
const bytesPerMs = 30
const lossRate = 0.02

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** For development only (`--network=2g`). */
export const slowNetwork = (): MiddlewareHandler => async (c, next) => {
  await pause(delayMs)
  if (Math.random() < lossRate) return c.text('', 503)
  await next()
  await pause(Number(c.res.headers.get('content-length') ?? 0) / bytesPerMs)
  return undefined
}
