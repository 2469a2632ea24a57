import type { TileLabel } from '../../site/index.ts'
import { nameIn } from './names.ts'
import type { PlaceTile } from './store.ts'

/** Names by which people find their way on the diagram; those that are not on it are left out. */
const landmarks: readonly { readonly ends: string; readonly side: TileLabel['side'] }[] = [
  { ends: 'Lào Cai', side: 'right' },
  { ends: 'Sa Pa', side: 'left' },
  { ends: 'Bắc Hà', side: 'right' },
  { ends: 'Mù Cang Chải', side: 'left' },
  { ends: 'Nghĩa Lộ', side: 'left' },
  { ends: 'Yên Bái', side: 'over' },
]

type Labelled = Pick<PlaceTile, 'col' | 'row' | 'name'>

/** A few names to write over the diagram. */
export const landmarkLabels = (tiles: readonly Labelled[]): TileLabel[] =>
  landmarks.flatMap(({ ends, side = 'over' }) => {
    const tile = tiles.find(place => nameIn(place, 'vi').endsWith(` ${ends}`))
    return tile ? [{ col: tile.col, row: tile.row, text: ends, side }] : []
  })
