import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { DataTable, type Frame, formatCount, Notice, Page, Pager, State, TextField } from '../../site/index.ts'
import { fieldLabel } from './fields.ts'
import { words } from './messages.ts'
import { editObjectPath, newObjectPath, objectPath, registerFilePath, registerPath } from './paths.ts'
import type { RegisterLine } from './register-store.ts'

interface Place {
  readonly code: string
  readonly name: string
}

interface RegistersPageProps {
  readonly frame: Frame
  readonly places: readonly (Place & { readonly count: number })[]
}

/** Whose register it is, for those who keep several. */
export const RegistersPage = ({ frame, places }: RegistersPageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.registers} staff>
      <h1>{say.registers}</h1>
      {places.length === 0 ? (
        <Notice kind="care">
          <p>{say.noRegister}</p>
        </Notice>
      ) : (
        <>
          <p class="muted">{say.chooseRegister}</p>
          <ul class="list plain-list">
            {places.map(({ code, name, count }) => (
              <li>
                <a href={registerPath(code)}>{name}</a>
                {count > 0 && <span class="muted">{` · ${say.objectsIn(formatCount(count, lang))}`}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

export interface RegisterPageProps {
  readonly frame: Frame
  readonly place: Place
  readonly typed: string
  readonly hiddenOnly: boolean
  readonly lines: readonly RegisterLine[]
  readonly total: number
  readonly hidden: number
  readonly page: number
  readonly pageSize: number
  /** What was just done, in a sentence. */
  readonly done: string | null
}

const Search = ({ frame, place, typed, hiddenOnly }: RegisterPageProps) => {
  const say = words(frame.lang)
  return (
    <form action={registerPath(place.code)} role="search" class="row no-print">
      <TextField name="q" label={say.find} help={say.findHelp} type="search" value={typed} />
      <label class="choice">
        <input type="checkbox" name="chi" value="can-bo" checked={hiddenOnly} />
        {say.onlyHidden}
      </label>
      <button type="submit" class="quiet">
        {say.findButton}
      </button>
    </form>
  )
}

/** A register as a table that prints like the book. */
export const RegisterPage = (props: RegisterPageProps) => {
  const { frame, place, typed, hiddenOnly, lines, total, hidden, page, pageSize, done } = props
  const { lang } = frame
  const say = words(lang)
  const at = (number: number) => {
    const query = new URLSearchParams({ ...(typed && { q: typed }), ...(hiddenOnly && { chi: 'can-bo' }) })
    query.set('trang', String(number))
    return `${registerPath(place.code)}?${query}`
  }
  return (
    <Page frame={frame} title={say.registerOf(place.name)} staff>
      {done !== null && (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      )}
      <h1>{say.registerOf(place.name)}</h1>
      <p class="row no-print">
        <a class="button" href={newObjectPath(place.code)}>
          {say.newObject}
        </a>
        <a class="button quiet" href={registerFilePath(place.code)} download>
          {say.download}
        </a>
      </p>
      <div class="flow">
        <Search {...props} />
        <p class="muted">{say.found(formatCount(total, lang), formatCount(hidden, lang))}</p>
        <DataTable<RegisterLine>
          lang={lang}
          caption={say.registers}
          captionHidden
          rows={lines}
          empty={say.noObjects}
          columns={[
            { label: say.number, cell: ({ accessionNumber }) => <span class="digits">{accessionNumber ?? '—'}</span> },
            {
              label: say.title,
              head: true,
              cell: ({ id, title }) => <a href={objectPath(id)}>{textIn(title, lang).text}</a>,
            },
            { label: fieldLabel('date', lang), cell: ({ facts }) => facts.date ?? '' },
            { label: fieldLabel('material', lang), cell: ({ facts }) => facts.material ?? '' },
            { label: fieldLabel('origin', lang), cell: ({ facts }) => facts.origin ?? '' },
            {
              label: say.shownColumn,
              // What is usual needs no mark.
              cell: ({ shown }) =>
                shown ? (
                  <span class="muted">{say.shownState.everyone}</span>
                ) : (
                  <State kind="none">{say.shownState.staff}</State>
                ),
            },
            { label: say.entered, cell: ({ enteredAt }) => formatDate(localDateAt(enteredAt), lang) },
            {
              label: '',
              cell: ({ id, title }) => (
                <a class="no-print" href={editObjectPath(id)} aria-label={say.correctTitle(textIn(title, lang).text)}>
                  {say.correct}
                </a>
              ),
            },
          ]}
        />
        <Pager lang={lang} page={page} pages={Math.ceil(total / pageSize)} href={at} />
      </div>
    </Page>
  )
}
