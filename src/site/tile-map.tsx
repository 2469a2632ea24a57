import type { Language } from '../kernel/language.ts'
import { words } from './messages.ts'

/**
 * What a tile says: `plain` nothing, `on` something here, `here` the place of the page, `near` beside it, `q1`…`q4` a
 * ramp of four, `silent` nothing reported (hatched: silence is not zero).
 */
export type TileKind = 'plain' | 'on' | 'here' | 'near' | 'q1' | 'q2' | 'q3' | 'q4' | 'silent'

export interface Tile {
  readonly col: number
  readonly row: number
  readonly name: string
  readonly kind: TileKind
  readonly href?: string
}

export interface TileLabel {
  readonly col: number
  readonly row: number
  readonly text: string
  /** On which side of the tile's middle the text stands. */
  readonly side?: 'left' | 'over' | 'right'
}

interface TileMapProps {
  readonly lang: Language
  /** One sentence that says what the diagram shows, and that the list or table beside it says the same. */
  readonly sentence: string
  readonly tiles: readonly Tile[]
  readonly labels?: readonly TileLabel[]
}

// A pointy-top hexagon of circumradius 17.3 on whole units: 30 wide (√3·R), rows 26 apart (1.5·R).
const hexagon = 'l15 9v17l-15 9-15-9v-17z'
const width = 30
const rowStep = 26
const height = 35

const topOf = ({ col, row }: { col: number; row: number }) => ({
  x: (col + (row % 2) / 2) * width,
  y: row * rowStep,
})

const outline = (tile: Tile): string => {
  const { x, y } = topOf(tile)
  return `M${x} ${y}${hexagon}`
}

const classOf = (kind: TileKind): string | undefined => (kind === 'plain' ? undefined : kind)

/** A pattern's name is of the whole document, so every diagram brings the same one. */
const fillOf = (kind: TileKind): string | undefined => (kind === 'silent' ? 'url(#hatch)' : undefined)

const Hatch = () => (
  <defs>
    <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse">
      <path class="hatch" d="M0 7L7 0" />
    </pattern>
  </defs>
)

const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => {
  const kinds = [...new Set(tiles.map(tile => tile.kind))]
  return (
    <>
      {kinds.map(kind => {
        const ofKind = tiles.filter(tile => tile.kind === kind)
        return <path class={classOf(kind)} fill={fillOf(kind)} d={ofKind.map(outline).join('')} />
      })}
    </>
  )
}

const LinkedTiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <>
    {tiles.map(tile => {
      const shape = <path class={classOf(tile.kind)} fill={fillOf(tile.kind)} d={outline(tile)} />
      return tile.href === undefined ? (
        shape
      ) : (
        <a href={tile.href} aria-label={tile.name}>
          {shape}
        </a>
      )
    })}
  </>
)

const anchors = { left: 'end', over: 'middle', right: undefined } as const
const offsets = { left: -19, over: 0, right: 19 } as const

const Label = ({ label }: { label: TileLabel }) => {
  const { x, y } = topOf(label)
  const side = label.side ?? 'over'
  return (
    <text x={x + offsets[side]} y={y + height / 2 + 4.5} text-anchor={anchors[side]}>
      {label.text}
    </text>
  )
}

/** Room around the tiles for labels that hang over the edge. */
const viewBox = (tiles: readonly Tile[]): string => {
  const right = Math.max(...tiles.map(tile => topOf(tile).x)) + width
  const bottom = Math.max(...tiles.map(tile => topOf(tile).y)) + height
  return `-21 -6 ${right + 6} ${bottom + 12}`
}

/** Sơ đồ: one equal tile for each commune or ward, near its centre point. Positions, never borders: the caption says so. */
export const TileMap = ({ lang, sentence, tiles, labels = [] }: TileMapProps) => {
  const linked = tiles.some(tile => tile.href !== undefined)
  return (
    <figure>
      <svg class="map" viewBox={viewBox(tiles)} role={linked ? 'group' : 'img'} aria-label={sentence}>
        {tiles.some(tile => tile.kind === 'silent') && <Hatch />}
        {linked ? <LinkedTiles tiles={tiles} /> : <Tiles tiles={tiles} />}
        {labels.map(label => (
          <Label label={label} />
        ))}
      </svg>
      <figcaption class="muted small">{words(lang).mapCaption}</figcaption>
    </figure>
  )
}

/** What a tint means, in words, with how many tiles have it. */
export const TileKey = ({ kind, label, note }: { kind: TileKind; label: string; note?: string }) => (
  <span class="key">
    <svg class="map" viewBox="0 0 22 16" aria-hidden="true">
      {kind === 'silent' && <Hatch />}
      <path class={classOf(kind)} fill={fillOf(kind)} d="M0 0h22v16H0z" />
    </svg>
    {label} {note !== undefined && <span class="muted">{note}</span>}
  </span>
)
