import type { PropsWithChildren } from 'hono/jsx'

interface SectionProps {
  readonly title: string
  /** A link at the right end of the heading's line. */
  readonly more?: { readonly href: string; readonly label: string }
  /** Further classes, as `grid halves`. */
  readonly class?: string
}

/** A part of a page under the line that steps down once. */
export const Section = ({ title, more, class: further, children }: PropsWithChildren<SectionProps>) => (
  <section class={further ? `section ${further}` : 'section'}>
    {more ? (
      <div class="row apart">
        <h2>{title}</h2>
        <a href={more.href}>{more.label}</a>
      </div>
    ) : (
      <h2>{title}</h2>
    )}
    {children}
  </section>
)
