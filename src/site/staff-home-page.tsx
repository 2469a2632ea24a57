import type { Frame, MenuItem } from './frame.ts'
import { Page } from './layout.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'

interface StaffHomeProps {
  readonly frame: Frame
  readonly title: string
  readonly nothing: string
  readonly places: readonly { readonly name: string; readonly tasks: readonly MenuItem[] }[]
}

/** Where a person works, and what there is to do there. */
export const StaffHomePage = ({ frame, title, nothing, places }: StaffHomeProps) => (
  <Page frame={frame} title={title} staff>
    <h1>{title}</h1>
    {places.length === 0 && (
      <Notice kind="care">
        <p>{nothing}</p>
      </Notice>
    )}
    <div class="grid halves">
      {places.map(place => (
        <Section title={place.name}>
          <ul class="flow">
            {place.tasks.map(task => (
              <li>
                <a href={task.href}>{task.label}</a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  </Page>
)
