import { type Frame, Notice, Page } from '../../site/index.ts'
import { words } from './messages.ts'
import { deskAt } from './paths.ts'

interface DesksPageProps {
  readonly frame: Frame
  readonly desks: readonly { readonly code: string; readonly name: string }[]
}

export const DesksPage = ({ frame, desks }: DesksPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.chooseDesk} staff>
      <h1>{say.chooseDesk}</h1>
      {desks.length === 0 ? (
        <Notice kind="care">
          <p>{say.noDesk}</p>
        </Notice>
      ) : (
        <>
          <p class="muted">{say.chooseDeskHelp}</p>
          <ul class="list plain-list">
            {desks.map(desk => (
              <li>
                <a href={deskAt(desk.code, 'muon', null)}>{desk.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
