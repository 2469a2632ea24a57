import type { PropsWithChildren } from 'hono/jsx'

/**
 * Tình trạng, a shape beside the words: ■ there, open, received · ◧ few left, waiting · □ on the spot only, does not
 * apply · ◆ overdue, far behind.
 */
export type StateKind = 'there' | 'few' | 'none' | 'late'

const className = { there: 'state', few: 'state few', none: 'state none', late: 'state late' } as const

export const State = ({ kind, children }: PropsWithChildren<{ kind: StateKind }>) => (
  <span class={className[kind]}>{children}</span>
)
