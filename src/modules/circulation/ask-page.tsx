import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import {
  ActForm,
  Actions,
  Choices,
  DataTable,
  type Frame,
  formatCount,
  Notice,
  Page,
  Refusal,
} from '../../site/index.ts'
import { askPath, cancelPath } from './paths.ts'
import type { StackRequest } from './request.ts'
import { SlipState } from './requests-page.tsx'
import { roomWords } from './room-words.ts'

/** An edition of the work in the stacks of a place. */
export interface AskChoice {
  /** As the form sends it. */
  readonly value: string
  readonly place: string
  readonly year: number | null
  readonly free: number
}

interface AskPageProps {
  readonly frame: Frame
  readonly work: { readonly id: string; readonly title: string; readonly path: string }
  readonly choices: readonly AskChoice[]
  readonly chosen: string
  readonly refusal: readonly string[] | null
  /** What was just sent. */
  readonly done: string | null
  readonly act: string
}

/** For a reader who is signed in: a slip for this work, to be fetched from the desk of one of these places. */
export const AskPage = ({ frame, work, choices, chosen, refusal, done, act }: AskPageProps) => {
  const { lang } = frame
  const say = roomWords(lang)
  return (
    <Page
      frame={frame}
      title={`${say.askTitle} · ${work.title}`}
      crumbs={[{ label: work.title, href: work.path }, { label: say.askTitle }]}
    >
      <div class="flow">
        {refusal && <Refusal title={say.refusedAsk} reasons={refusal} />}
        {done !== null && (
          <Notice kind="done" role="status">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{say.askTitle}</h1>
        <p>
          <strong>{work.title}</strong>
        </p>
        {choices.length === 0 ? (
          <p>{say.askNothing}</p>
        ) : (
          done === null && (
            <>
              <p>{say.askLead}</p>
              <ActForm action={askPath(work.id)} act={act} label={say.askTitle}>
                <Choices
                  legend={say.askWhere}
                  name="o"
                  pick="one"
                  choices={choices.map(({ value, place, year, free }) => ({
                    value,
                    label: say.askChoice(
                      place,
                      year === null ? '' : say.year(String(year)),
                      free > 0 ? say.freeNow(formatCount(free, lang)) : say.noneFree,
                    ),
                  }))}
                  chosen={[chosen]}
                />
                <Actions submit={say.askSend} />
              </ActForm>
            </>
          )
        )}
        <p>
          <a href={work.path}>{say.backToBook}</a>
        </p>
      </div>
    </Page>
  )
}

/** A reader's slip as their own page shows it. */
export interface OwnSlip extends StackRequest {
  readonly title: string
  readonly path: string
  readonly place: string
  /** For the form that takes it back. */
  readonly act: string
}

/** A reader's slips: the number to say at the desk, where, and how far it is. */
export const OwnSlips = ({ lang, slips }: { lang: Language; slips: readonly OwnSlip[] }) => {
  const say = roomWords(lang)
  return (
    <DataTable<OwnSlip>
      lang={lang}
      caption={say.ownTitle}
      captionHidden
      rows={slips}
      empty={say.ownNone}
      columns={[
        { label: say.book, head: true, cell: slip => <a href={slip.path}>{slip.title}</a> },
        {
          label: say.place,
          cell: slip => `${slip.place} · ${say.slipDay(formatCount(slip.number, lang), formatDate(slip.forDay, lang))}`,
        },
        {
          label: say.state,
          cell: slip => (
            <>
              <SlipState slip={slip} lang={lang} />
              {slip.state === 'fetched' && ` ${say.ownFetched}`}
            </>
          ),
        },
        {
          label: '',
          cell: slip =>
            slip.state === 'asked' && (
              <ActForm action={cancelPath(slip.id)} act={slip.act}>
                <button type="submit" class="quiet">
                  {say.cancel}
                </button>
              </ActForm>
            ),
        },
      ]}
    />
  )
}
