/** How much is decoded or parsed at a time. */
const chunkOctets = 1 << 16

/** The same octets in pieces of 64 KiB, the last one apart, however they arrive. */
export async function* evenChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array(chunkOctets)
  let filled = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + chunkOctets - filled)
      held.set(piece, filled)
      filled += piece.length
      at += piece.length
      if (filled < chunkOctets) continue
      yield held
      held = new Uint8Array(chunkOctets)
      filled = 0
    }
  }
  if (filled > 0) yield held.subarray(0, filled)
}
