import { Stopped, stop } from './problem.ts'

/** Turns raw DEFLATE (RFC 1951) into octets, in pieces, as they are asked for. */
export type Inflate = (compressed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/** By the stream that the platform has. What `compressed` throws is thrown on; damaged data throws `Damaged`. */
export async function* inflateRaw(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const reader = readable.getReader()
  let failure: unknown
  const write = async (): Promise<void> => {
    try {
      for await (const chunk of compressed) await writer.write(chunk)
      await writer.close()
    } catch (error) {
      failure ??= error
      await writer.abort(error).catch(() => undefined)
    }
  }
  writer.closed.catch(() => undefined)
  const writing = write()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } catch (error) {
    throw failure ?? error
  } finally {
    await reader.cancel().catch(() => undefined)
    await writing
  }
}

/** What an inflater throws is damage, unless reading itself stopped or failed. */
export async function* inflated(
  inflate: Inflate,
  compressed: AsyncIterable<Uint8Array>,
  part: string,
): AsyncGenerator<Uint8Array> {
  let failed: { error: unknown } | null = null
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* compressed
    } catch (error) {
      failed = { error }
      throw error
    }
  }
  const failure = (): { error: unknown } | null => failed
  const pieces = inflate(watched())[Symbol.asyncIterator]()
  try {
    for (;;) {
      const piece = await pieces.next().catch((error: unknown) => {
        const cause = failure()
        if (cause) throw cause.error
        throw error instanceof Stopped ? error : new Stopped({ code: 'zip-part-damaged', part })
      })
      if (piece.done) break
      yield piece.value
    }
    const cause = failure()
    if (cause) throw cause.error
  } finally {
    await pieces.return?.()
  }
}

export const damaged = (part: string): never => stop({ code: 'zip-part-damaged', part })
