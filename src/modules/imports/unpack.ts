import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Unpackable } from './unreadable.ts'

/** Catalogues are text: gzip makes them ten to twenty times smaller. What shrinks more is no catalogue. */
const mostRatio = 200
/** Too little to do harm, so that a short file of blanks is no bomb. */
const harmless = 64 * 2 ** 20
const mostOctets = 8 * 2 ** 30

/** The octets inside a gzip file (RFC 1952) of `size` octets. Throws `Unpackable` for a bomb and for a damaged file. */
export async function* unpack(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let octets = 0
  const gunzip = createGunzip()
  try {
    for await (const chunk of pipeline(source, gunzip, () => {}) as AsyncIterable<Uint8Array>) {
      octets += chunk.length
      if (octets > mostOctets || (octets > harmless && octets > size * mostRatio))
        throw new Unpackable({ code: 'packed-too-strongly', ratio: Math.floor(octets / Math.max(1, size)) })
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Unpackable({ code: 'packed-damaged' })
    throw error
  } finally {
    gunzip.destroy()
  }
}
