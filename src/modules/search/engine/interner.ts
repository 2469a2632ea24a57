/** Gives each text a small number, for good. */
export interface Interner {
  idOf(text: string): number
  /** The number if the text has one. */
  find(text: string): number | undefined
  textOf(id: number): string
  size(): number
  all(): readonly string[]
}

export function interner(initial: readonly string[] = []): Interner {
  const texts = [...initial]
  const ids = new Map(texts.map((text, id) => [text, id]))
  return {
    idOf(text) {
      const known = ids.get(text)
      if (known !== undefined) return known
      ids.set(text, texts.length)
      texts.push(text)
      return texts.length - 1
    },
    find: text => ids.get(text),
    textOf: id => texts[id] ?? '',
    size: () => texts.length,
    all: () => texts,
  }
}
