import { ActForm, DataTable, type Frame, formatCount, Page } from '../../site/index.ts'
import { type Contact, formatContact, maskedContact } from './contact.ts'
import { staffWords } from './messages.ts'
import { Done } from './organise-pages.tsx'
import { deskOf, tellPath } from './paths.ts'
import { headsOf } from './seats.ts'
import type { SignUp } from './sign-up.ts'
import { type ActivityView, whenOf } from './view.ts'

interface ListProps {
  readonly frame: Frame
  readonly view: ActivityView
  readonly signUps: readonly SignUp[]
}

/** A list for the table at the door: it lies open, so nobody's number stands on it. */
export const SignaturePage = ({ frame, view, signUps }: ListProps) => {
  const { lang } = frame
  const say = staffWords(lang)
  const rows = signUps.map((signUp, index) => ({ ...signUp, number: index + 1 }))
  return (
    <Page frame={frame} title={say.listTitle(view.title)} staff>
      <h1>{say.listTitle(view.title)}</h1>
      <p>{[whenOf(view.activity, lang), view.where, view.institution.name].filter(text => text !== '').join(' · ')}</p>
      <div class="to-sign">
        <DataTable
          lang={lang}
          caption={say.signedUp}
          captionHidden
          rows={rows}
          empty={say.nobody}
          columns={[
            { label: say.number, cell: ({ number }) => formatCount(number, lang), numeric: true },
            { label: say.code, cell: ({ code }) => <span class="code">{code}</span> },
            { label: say.group, head: true, cell: ({ groupName }) => groupName ?? say.erased },
            { label: say.adults, cell: ({ adults }) => formatCount(adults, lang), numeric: true },
            { label: say.children, cell: ({ children }) => formatCount(children, lang), numeric: true },
            { label: say.reach, cell: ({ contact }) => (contact === null ? '' : maskedContact(contact)) },
            { label: say.signature, cell: ({ state }) => (state === 'waiting' ? say.waits : '') },
          ]}
        />
      </div>
      <p class="small muted">{say.listHelp}</p>
      <p class="row no-print">
        <a href={deskOf(view.activity.id)}>{say.backToDesk}</a>
        <span class="muted">{say.print}</span>
      </p>
    </Page>
  )
}

const nameOf = ({ groupName, code }: SignUp): string => groupName ?? code

/** RFC 6068, 2: what somebody typed before the @ must not become a recipient or a text of its own. */
const addressOf = ({ kind, value }: Contact): string =>
  kind === 'phone' ? `tel:${value}` : `mailto:${encodeURIComponent(value).replace('%40', '@')}`

/** Whom to ring, what about, and a tick for each who was told. */
export const TellPage = ({ frame, view, signUps, act, done }: ListProps & { act: string; done: string | null }) => {
  const { lang } = frame
  const say = staffWords(lang)
  return (
    <Page frame={frame} title={say.tellTitle(view.title)} staff>
      <Done text={done} />
      <h1>{say.tellTitle(view.title)}</h1>
      <p>{whenOf(view.activity, lang)}</p>
      <p class="muted">{say.tellHelp}</p>
      <ActForm action={tellPath(view.activity.id)} act={act} label={say.tellTitle(view.title)}>
        <DataTable<SignUp>
          lang={lang}
          caption={say.tell}
          captionHidden
          rows={signUps}
          empty={say.nobodyToTell}
          columns={[
            { label: say.group, head: true, cell: nameOf },
            { label: say.heads, cell: one => formatCount(headsOf(one), lang), numeric: true },
            {
              label: say.reach,
              cell: ({ contact }) =>
                contact === null ? '' : <a href={addressOf(contact)}>{formatContact(contact)}</a>,
            },
            { label: say.what, cell: ({ tell }) => (tell === null ? '' : say.tellings[tell]) },
            {
              label: say.toldColumn,
              cell: one => <input type="checkbox" name="lan" value={one.id} aria-label={say.toldOne(nameOf(one))} />,
            },
          ]}
        />
        <p class="row actions no-print">
          {signUps.length > 0 && <button type="submit">{say.toldButton}</button>}
          <a href={deskOf(view.activity.id)}>{say.backToDesk}</a>
        </p>
      </ActForm>
    </Page>
  )
}
