import { ActForm, Actions, Choices, type Frame, formatCount, Notice, Page } from '../../site/index.ts'
import { requestsPath, stacksPath } from './paths.ts'
import { roomWords } from './room-words.ts'
import type { Location } from './stacks-store.ts'

interface StacksPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly locations: readonly Location[]
  readonly saved: boolean
  readonly act: string
}

/** A location as a form sends it; copies without one need a name too. */
export const locationValue = (location: string): string => (location === '' ? '-' : `=${location}`)
export const locationOf = (value: string): string | null =>
  value === '-' ? '' : value.startsWith('=') ? value.slice(1) : null

/** Which of the locations that stand on the copies are closed to readers. */
export const StacksPage = ({ frame, institution, locations, saved, act }: StacksPageProps) => {
  const { lang } = frame
  const say = roomWords(lang)
  return (
    <Page frame={frame} title={`${say.stacks} · ${institution.name}`} staff>
      <h1>{`${say.stacks} · ${institution.name}`}</h1>
      {saved && (
        <Notice kind="done" role="status">
          <p>{say.stacksSaved}</p>
        </Notice>
      )}
      <p class="muted">{say.stacksLead}</p>
      {locations.length === 0 ? (
        <p>{say.noCopies}</p>
      ) : (
        <ActForm action={stacksPath(institution.code)} act={act} label={say.stacks}>
          <Choices
            legend={say.stacksLegend}
            name="kho"
            pick="many"
            choices={locations.map(({ location, copies }) => ({
              value: locationValue(location),
              label: say.locationCopies(location || say.noLocation, formatCount(copies, lang)),
            }))}
            chosen={locations.flatMap(({ location, closed }) => (closed ? [locationValue(location)] : []))}
          />
          <Actions submit={say.saveStacks} back={{ href: requestsPath(institution.code), label: say.back }} />
        </ActForm>
      )}
    </Page>
  )
}
