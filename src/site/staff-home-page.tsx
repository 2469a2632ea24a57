import type { Frame, MenuItem } from './frame.ts'
import { Page } from './layout.tsx'
import { Notice } from './notice.tsx'
import { SyncTruth } from './sync-truth.tsx'

interface StaffHomeProps {
  readonly frame: Frame
  readonly title: string
  readonly nothing: string
  /** The headings over the names of places and over what is done there. */
  readonly place: string
  readonly tasks: string
  /** What is done for all of them together. */
  readonly shared: readonly MenuItem[]
  /** Whose acts may wait on this device. */
  readonly by: string
  readonly signIn: string
  readonly places: readonly { readonly name: string; readonly tasks: readonly MenuItem[] }[]
}

/** Where a person works, and what there is to do there. */
export const StaffHomePage = ({ frame, title, nothing, place, tasks, shared, by, signIn, places }: StaffHomeProps) => (
  <Page frame={frame} title={title} staff scripts={['queue.js']}>
    <h1>{title}</h1>
    <SyncTruth lang={frame.lang} by={by} signIn={signIn} quiet />
    {places.length === 0 && shared.length === 0 && (
      <Notice kind="care">
        <p>{nothing}</p>
      </Notice>
    )}
    {shared.length > 0 && (
      <p class="row">
        {shared.map(task => (
          <a class="button quiet" href={task.href}>
            {task.label}
          </a>
        ))}
      </p>
    )}
    {places.length > 0 && (
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{place}</th>
            <th scope="col">{tasks}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(one => (
            <tr>
              <th scope="row">{one.name}</th>
              <td>
                <span class="row">
                  {one.tasks.map(task => (
                    <a href={task.href}>{task.label}</a>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Page>
)
