import { formatInstant } from '../../kernel/instant.ts'
import { mayAt } from '../../kernel/viewer.ts'
import { ActForm, DataTable, type Frame, Notice, Page, Refusal, Section } from '../../site/index.ts'
import { lettersPath } from '../notices/index.ts'
import type { CallLine } from './call-list.ts'
import { callWords } from './call-words.ts'
import { words } from './messages.ts'
import { calledPath, callListFilePath, overduePath } from './paths.ts'

interface CallPageProps {
  readonly frame: Frame
  readonly institution: { readonly id: string; readonly code: string; readonly name: string }
  readonly lines: readonly CallLine[]
  readonly done?: string
  readonly refused?: { readonly title: string; readonly reasons: readonly string[] }
  readonly newAct: () => string
}

const Late = ({ line, lang }: { line: CallLine; lang: CallPageProps['frame']['lang'] }) => (
  <ul class="plain-list">
    {line.loans.map(loan => (
      <li>
        {loan.title} <span class="muted">{`(${loan.barcode}), ${callWords(lang).days(-loan.daysLeft)}`}</span>
      </li>
    ))}
  </ul>
)

/** Made to be printed and taken to the telephone. */
export const CallPage = ({ frame, institution, lines, done, refused, newAct }: CallPageProps) => {
  const { lang } = frame
  const say = callWords(lang)
  const open = lines.filter(line => line.calledAt === null)
  const called = lines.filter(line => line.calledAt !== null)
  const reader = { label: say.reader, head: true, cell: (line: CallLine) => <bdi>{line.name}</bdi> }
  const phone = {
    label: say.phone,
    cell: (line: CallLine) =>
      line.phone === null ? (
        <span class="muted">{say.noPhone}</span>
      ) : (
        <a class="digits" href={`tel:${line.phone.replaceAll(' ', '')}`}>
          {line.phone}
        </a>
      ),
  }
  return (
    <Page frame={frame} title={`${say.title} · ${institution.name}`} staff>
      {done !== undefined && (
        <Notice kind="done" role="status">
          <p>{done}</p>
        </Notice>
      )}
      {refused && <Refusal title={refused.title} reasons={refused.reasons} />}
      <h1>{`${say.title} · ${institution.name}`}</h1>
      <p class="no-print">{say.intro}</p>
      <p class="row no-print">
        <a href={callListFilePath(institution.code)}>{say.csv}</a>
        <a href={overduePath(institution.code)}>{words(lang).overdueList}</a>
        {mayAt(frame.viewer, 'manage-people', institution.id) && (
          <a href={lettersPath(institution.code)}>{say.failedLetters}</a>
        )}
      </p>
      <DataTable<CallLine>
        lang={lang}
        caption={say.title}
        captionHidden
        rows={open}
        empty={say.nobody}
        columns={[
          reader,
          phone,
          { label: say.late, cell: line => <Late line={line} lang={lang} /> },
          { label: say.why, cell: line => say.whys[line.why] },
          {
            label: '',
            cell: line => (
              <ActForm
                action={calledPath(institution.code, line.loans[0]?.loan ?? '')}
                act={newAct()}
                label={say.calledOf(line.name)}
                class="no-print"
              >
                <button type="submit" class="quiet">
                  {say.called}
                </button>
              </ActForm>
            ),
          },
        ]}
      />
      {called.length > 0 && (
        <Section title={say.calledList}>
          <DataTable<CallLine>
            lang={lang}
            caption={say.calledList}
            captionHidden
            rows={called}
            empty=""
            columns={[
              reader,
              phone,
              { label: say.calledAt, cell: line => line.calledAt && formatInstant(line.calledAt, lang) },
            ]}
          />
        </Section>
      )}
    </Page>
  )
}
