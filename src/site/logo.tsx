import { raw } from 'hono/html'

/** Three terraces and a stitch, 20 × 16 units. The application's icons are drawn from the same rectangles. */
export const Logo = () =>
  raw(
    '<svg viewBox="0 0 20 16" aria-hidden="true"><path d="M0 12h20v4H0zM4 7h12v4H4zM8 2h4v4H8z"/><path d="M9 0h2v1H9z"/></svg>',
  )
