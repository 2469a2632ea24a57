import { raw } from 'hono/html'
import { formatInstant } from '../../kernel/instant.ts'
import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { formatMoney } from '../../kernel/money.ts'
import { Facts, type Frame, Notice, Page, Qr, State } from '../../site/index.ts'
import { languageName } from '../institutions/index.ts'
import { seatsLeft } from './activity.ts'
import { DayName } from './calendar-page.tsx'
import { schemaOrg } from './json-ld.ts'
import { words } from './messages.ts'
import { activityPath, calendarFilePath, calendarPath, deskOf, signUpPath } from './paths.ts'
import { closedBecause } from './seats.ts'
import { type ActivityView, hoursOf, whenOf } from './view.ts'

interface ActivityPageProps {
  readonly frame: Frame
  readonly view: ActivityView
  readonly origin: string
  readonly now: Date
  /** Whether whoever looks holds it. */
  readonly organises: boolean
}

const Text = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map(part => (
      <p>{part}</p>
    ))}
  </>
)

/** Where to go, and whom to thank. */
const When = ({ view, lang, now }: { view: ActivityView; lang: Frame['lang']; now: Date }) => {
  const say = words(lang)
  const { activity, institution, place, where } = view
  const { details } = activity
  return (
    <Facts
      rows={[
        [
          say.when,
          <>
            <DayName day={localDateAt(activity.startsAt)} lang={lang} today={localDateAt(now)} />
            <br />
            {hoursOf(activity, lang)}
          </>,
        ],
        [
          say.where,
          <>
            {where}
            {where !== '' && place !== null && ', '}
            {place !== null && (place.href === null ? place.name : <a href={place.href}>{place.name}</a>)}
          </>,
        ],
        [say.holder, <a href={institution.href}>{institution.name}</a>],
        [say.forWhom, [say.audiences[details.audience], details.audienceNote].filter(text => text !== '').join('. ')],
        [say.spoken, details.languages.map(tag => languageName(tag, lang)).join(', ')],
        [say.cost, details.cost.minor === 0 ? say.free : formatMoney(details.cost, lang)],
        [say.access, textIn(details.accessibility, lang).text],
        [
          say.signUpUntil,
          activity.closesAt !== null && activity.state === 'published' ? formatInstant(activity.closesAt, lang) : null,
        ],
      ]}
    />
  )
}

/** An event: what, how it stands, what to do, when and where. */
export const ActivityPage = ({ frame, view, origin, now, organises }: ActivityPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { activity, title, titleLang, institution } = view
  const description = textIn(activity.details.description, lang)
  const open = closedBecause(activity, now) === null
  const address = `${origin}${activityPath(activity.id)}`
  const isFull = seatsLeft(activity) === 0 || activity.waiting > 0
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[{ label: say.calendar, href: calendarPath }, { label: title }]}
      description={`${whenOf(activity, lang)}, ${institution.name}. ${description.text}`}
      share={{ origin, path: activityPath(activity.id), type: 'website' }}
    >
      <div class="grid aside">
        <div>
          <div class="flow">
            <p class="small muted">{say.kinds[activity.details.kind]}</p>
            <h1 lang={titleLang}>{title}</h1>
            {activity.state === 'cancelled' ? (
              <Notice kind="refusal" title={say.cancelledTitle}>
                <p>{activity.cancelReason}</p>
              </Notice>
            ) : (
              <p>
                <State kind={view.state.kind}>{view.state.text}</State>
              </p>
            )}
            {open && (
              <p class="row">
                <a class="button" href={signUpPath(activity.id)}>
                  {isFull ? say.signUpWait : say.signUp}
                </a>
              </p>
            )}
            <When view={view} lang={lang} now={now} />
            <div class="flow" lang={description.missing ? description.lang : undefined}>
              <Text text={description.text} />
            </div>
            {organises && (
              <p>
                <a href={deskOf(activity.id)}>{say.organise}</a>
              </p>
            )}
          </div>
        </div>
        <aside class="flow no-print" aria-label={say.share}>
          <p>
            <a class="button quiet" href={calendarFilePath(activity.id)} download>
              {say.toPhone}
            </a>
          </p>
          <p class="small">{say.shareHelp}</p>
          <p class="small">
            <code>{address}</code>
          </p>
          <Qr lang={lang} address={address} />
        </aside>
      </div>
      {raw(`<script type="application/ld+json">${schemaOrg(view, origin, now)}</script>`)}
    </Page>
  )
}
