/**
 * Names written in more than one way in official lists, maps and newspapers. Each line is one name; any of its
 * spellings finds every place that bears another. Marks alone need no line: they are folded away when a name is sought.
 */
export const spellings: readonly (readonly string[])[] = [
  ['Nậm Chày', 'Nậm Chầy'],
  ['Hát Lừu', 'Hát Lìu'],
  ['Nàn Sín', 'Nàn Xín'],
  ['Mù Cang Chải', 'Mù Căng Chải'],
  ['Vạn Hòa', 'Vạn Hoà'],
  ['Tà Xi Láng', 'Tà Si Láng', 'Tà Sì Láng'],
  ['Thẩm Dương', 'Thẳm Dương'],
  ['Sơn Thủy', 'Sơn Thuỷ'],
  ['Sa Pa', 'Sapa'],
  ['Si Ma Cai', 'Simacai', 'Xi Ma Cai'],
  ['Y Tý', 'Y Tí'],
]

/** The other spellings of a name given without its type. */
export const otherSpellings = (shortName: string): readonly string[] =>
  spellings.filter(line => line.includes(shortName)).flatMap(line => line.filter(spelling => spelling !== shortName))
