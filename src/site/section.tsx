import type { PropsWithChildren } from 'hono/jsx'

interface SectionProps {
  readonly title: string
  /** A link at the right end of the heading's line. */
  readonly more?: { readonly href: string; readonly label: string }
  /** How the content under the heading is laid out, as `grid halves`. */
  readonly class?: string
}

/** A part of a page under the line that steps down once. */
export const Section = ({ title, more, class: layout, children }: PropsWithChildren<SectionProps>) => (
  <section class="section">
    {more ? (
      <div class="row apart">
        <h2>{title}</h2>
        <a href={more.href}>{more.label}</a>
      </div>
    ) : (
      <h2>{title}</h2>
    )}
    {layout === undefined ? children : <div class={layout}>{children}</div>}
  </section>
)
