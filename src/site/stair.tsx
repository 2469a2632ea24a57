import type { Child } from 'hono/jsx'

/** Three steps upward, each with its number (or its count) and words. */
export const Stair = ({ steps }: { steps: readonly { head: string; title: string; text: Child }[] }) => (
  <ol class="stair">
    {steps.map(step => (
      <li>
        <b>{step.head}</b>
        <h3>{step.title}</h3>
        <p>{step.text}</p>
      </li>
    ))}
  </ol>
)
