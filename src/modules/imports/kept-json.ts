const unkept = /\p{Surrogate}/gu

/**
 * JSON that PostgreSQL keeps. What notes quote of a file is cut at any unit of its text, and one half of a character or a
 * U+0000 in it would fail the whole chunk.
 */
export function keptJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!json.includes('\\ud') && !json.includes('\\u0000')) return json
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\u0000', '').replaceAll(unkept, '\ufffd') : inner,
  )
}
