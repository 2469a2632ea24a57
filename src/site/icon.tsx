import { raw } from 'hono/html'

/** Straight and 45° strokes on a 24 grid, as in stitching. */
const strokes = {
  book: 'M4 5h7l1 1 1-1h7v14h-7l-1 1-1-1H4zM12 6v13',
  object: 'M9 3h6M10 3v3l-4 4v7l3 4h6l3-4v-7l-4-4V3M6 12h12',
  course: 'M3 20v-5h6v-5h6V5h6',
  festival: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M12 12l3 3-3 3-3-3z',
  place: 'M2 11l10-7 10 7M5 9v8h14V9M8 17v4M16 17v4',
  recording: 'M4 10v4h4l5 4V6l-5 4zM16 9l3 3-3 3',
  person: 'M10 3h4l2 2v4l-2 2h-4L8 9V5zM4 21v-4l3-3h10l3 3v4',
  document: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  area: 'M12 3l8 4.5v9L12 21l-8-4.5v-9z',
  search: 'M10 4h4l4 4v4l-4 4h-4l-4-4V8zM16 15l5 5',
  print: 'M7 8V3h10v5M4 8h16v9h-3M7 17H4V8M7 14h10v7H7z',
} as const

export type IconName = keyof typeof strokes

/** Always beside a word, so hidden from those who listen. */
export const Icon = ({ name }: { name: IconName }) =>
  raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${strokes[name]}"/></svg>`)
