import { formatInstant } from '../../kernel/instant.ts'
import { ActForm, DataTable, type Frame, formatCount, Notice, Page } from '../../site/index.ts'
import type { FailedLetter } from './failed-store.ts'
import { words } from './messages.ts'
import { sendAgainPath } from './paths.ts'

type Line = FailedLetter & { readonly who: string }

interface FailedPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly letters: readonly Line[]
  readonly waiting: number
  readonly done?: string
  readonly newAct: () => string
}

/** Letters that were given up, for somebody to look after. */
export const FailedPage = ({ frame, institution, letters, waiting, done, newAct }: FailedPageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={`${say.failedTitle} · ${institution.name}`} staff>
      {done !== undefined && (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      )}
      <h1>{`${say.failedTitle} · ${institution.name}`}</h1>
      {letters.length > 0 && <p>{say.failedHelp}</p>}
      <p class="muted">{say.waiting(formatCount(waiting, lang))}</p>
      <DataTable<Line>
        lang={lang}
        caption={say.failedTitle}
        captionHidden
        rows={letters}
        empty={say.noneFailed}
        columns={[
          { label: say.who, head: true, cell: line => <bdi>{line.who}</bdi> },
          { label: say.about, cell: line => say.topics[line.topic] },
          { label: say.since, cell: line => formatInstant(line.endedAt, lang) },
          { label: say.why, cell: line => say.whyOf(line.problem) },
          {
            label: '',
            cell: line => (
              <ActForm action={sendAgainPath(institution.code, line.id)} act={newAct()} label={say.sendAgain}>
                <button type="submit" class="quiet">
                  {say.sendAgain}
                </button>
              </ActForm>
            ),
          },
        ]}
      />
    </Page>
  )
}
