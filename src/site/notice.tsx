import type { PropsWithChildren } from 'hono/jsx'

export type NoticeKind = 'info' | 'done' | 'care' | 'refusal'

interface NoticeProps {
  readonly kind?: NoticeKind
  readonly title?: string
  /** `alert` interrupts a listener, `status` waits; leave it out where the page itself is the answer. */
  readonly role?: 'alert' | 'status'
  readonly id?: string
}

export const Notice = ({ kind = 'info', title, role, id, children }: PropsWithChildren<NoticeProps>) => (
  <div class={kind === 'info' ? 'notice' : `notice ${kind}`} role={role} id={id}>
    {title !== undefined && <h2>{title}</h2>}
    {children}
  </div>
)

/** Every reason at once, and under them what the person can do. */
export const Refusal = ({
  title,
  reasons,
  children,
}: PropsWithChildren<{ title: string; reasons: readonly string[] }>) => (
  <div class="notice refusal" role="alert">
    <h2>{title}</h2>
    <ul class="reasons">
      {reasons.map(reason => (
        <li>{reason}</li>
      ))}
    </ul>
    {children}
  </div>
)
