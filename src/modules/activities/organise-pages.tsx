import { DataTable, type Frame, formatCount, Notice, Page, State } from '../../site/index.ts'
import { staffWords } from './messages.ts'
import { deskOf, newActivityPath, organiseAt } from './paths.ts'
import { type ActivityView, whenOf } from './view.ts'

export interface Place {
  readonly code: string
  readonly name: string
}

/** Whose events, for those who organise at several places. */
export const ChoosePage = ({ frame, places }: { frame: Frame; places: readonly Place[] }) => {
  const say = staffWords(frame.lang)
  return (
    <Page frame={frame} title={say.title} staff>
      <h1>{say.title}</h1>
      <p class="muted">{say.choose}</p>
      <ul class="list plain-list">
        {places.map(({ code, name }) => (
          <li>
            <a href={organiseAt(code)}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** '12 / 40, chờ 3'. */
export function seatsInWords({ activity }: ActivityView, lang: Frame['lang']): string {
  const say = staffWords(lang)
  const taken = formatCount(activity.taken, lang)
  const seats = activity.capacity === null ? taken : say.seatsOf(taken, formatCount(activity.capacity, lang))
  return activity.waiting === 0 ? seats : seats + say.waitingToo(formatCount(activity.waiting, lang))
}

interface OrganisePageProps {
  readonly frame: Frame
  readonly place: Place
  readonly rows: readonly ActivityView[]
}

/** An institution's events: what is to come, then what was. */
export const OrganisePage = ({ frame, place, rows }: OrganisePageProps) => {
  const { lang } = frame
  const say = staffWords(lang)
  return (
    <Page frame={frame} title={say.titleAt(place.name)} staff>
      <h1>{say.titleAt(place.name)}</h1>
      <p class="row">
        <a class="button" href={newActivityPath(place.code)}>
          {say.newActivity}
        </a>
      </p>
      <DataTable<ActivityView>
        lang={lang}
        caption={say.title}
        captionHidden
        rows={rows}
        empty={say.none}
        columns={[
          { label: say.activity, head: true, cell: ({ activity, title }) => <a href={deskOf(activity.id)}>{title}</a> },
          { label: say.time, cell: ({ activity }) => <span class="digits">{whenOf(activity, lang)}</span> },
          { label: say.seats, cell: view => <span class="digits">{seatsInWords(view, lang)}</span> },
          { label: say.state, cell: ({ state }) => <State kind={state.kind}>{state.text}</State> },
        ]}
      />
    </Page>
  )
}

/** What was just done, in a sentence. */
export const Done = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <Notice kind="done" role="status">
      <p>{text}</p>
    </Notice>
  )
