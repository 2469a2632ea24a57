import type { Child } from 'hono/jsx'

/** Names with their values, as the description of a book. A null value leaves its name out. */
export const Facts = ({
  rows,
  small,
}: {
  rows: readonly (readonly [name: string, value: Child])[]
  small?: boolean
}) => (
  <dl class={small ? 'facts small' : 'facts'}>
    {rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
)
