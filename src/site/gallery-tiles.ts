import type { Tile, TileKind } from './index.ts'

/** The columns of each row of the province's tiles. */
const rows = [
  [5, 6],
  [0, 1, 5, 6],
  [1, 2, 3, 4, 5, 6, 7, 8],
  [1, 2, 3, 4, 5, 6, 7],
  [2, 3, 4, 5, 6, 7, 8],
  [2, 3, 4, 5, 6, 7, 8],
  [4, 5, 6, 7, 8, 9, 10, 11],
  [5, 6, 7, 8, 9, 10, 11],
  [4, 5, 6, 7, 8, 9, 10, 12],
  [4, 5, 6, 7, 8, 10, 11, 12],
  [4, 6, 8, 9, 10, 11, 12, 13],
  [4, 5, 7, 8, 9, 10, 11, 12],
  [7, 8, 9, 10, 11, 12],
  [7, 8, 9, 10, 11],
  [7, 8, 9, 10, 11, 12],
]

export const galleryTiles = (kindOf: (index: number) => TileKind): Tile[] =>
  rows
    .flatMap((cols, row) => cols.map(col => ({ col, row })))
    .map((at, index) => ({ ...at, name: `Xã mẫu ${index + 1}`, kind: kindOf(index) }))

export const galleryLabels = [
  { col: 4, row: 2, text: 'Lào Cai', side: 'right' },
  { col: 2, row: 5, text: 'Sa Pa', side: 'left' },
  { col: 6, row: 3, text: 'Bắc Hà', side: 'right' },
  { col: 11, row: 11, text: 'Yên Bái', side: 'over' },
  { col: 7, row: 13, text: 'Nghĩa Lộ', side: 'left' },
  { col: 5, row: 9, text: 'Mù Cang Chải', side: 'left' },
] as const
