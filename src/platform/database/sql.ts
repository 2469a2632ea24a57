/** A piece of SQL with its parameters kept apart from its text. Only `sql` makes one, so no value is ever pasted into text. */
export interface Sql {
  readonly parts: readonly string[]
  readonly values: readonly unknown[]
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'parts' in value && 'values' in value && Array.isArray(value.parts)

/** Template tag: ``sql`select ${id}` `` sends `id` as a parameter; another `sql` inside is spliced in with its own parameters. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const parts: string[] = [strings[0] ?? '']
  const kept: unknown[] = []
  const append = (text: string) => {
    parts[parts.length - 1] += text
  }
  values.forEach((value, index) => {
    if (isSql(value)) {
      append(value.parts[0] ?? '')
      value.values.forEach((inner, at) => {
        kept.push(inner)
        parts.push(value.parts[at + 1] ?? '')
      })
    } else {
      kept.push(value)
      parts.push('')
    }
    append(strings[index + 1] ?? '')
  })
  return { parts, values: kept }
}

export const emptySql: Sql = { parts: [''], values: [] }

/** Joins pieces with a separator written by us, as in `joinSql(conditions, sql` and `)`. */
export function joinSql(pieces: readonly Sql[], separator: Sql): Sql {
  return pieces.reduce((whole, piece, index) => (index === 0 ? piece : sql`${whole}${separator}${piece}`), emptySql)
}

/** The text with `$1…$n`, as the PostgreSQL protocol wants it. */
export const textOf = (query: Sql): string =>
  query.parts.reduce((text, part, index) => (index === 0 ? part : `${text}$${index}${part}`), '')

/** SQL of our own files, such as a migration. Never with anything that came from outside. */
export const rawSql = (text: string): Sql => ({ parts: [text], values: [] })
