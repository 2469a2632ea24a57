import type { Language } from '../../kernel/language.ts'
import { formatDate, type LocalDate } from '../../kernel/local-date.ts'
import { ActForm, DataTable, type Frame, Notice, Page, Refusal, Section } from '../../site/index.ts'
import { LoanState } from './loans.tsx'
import { words } from './messages.ts'
import type { OwnLine } from './own-view.ts'
import { ownLoansPath, renewOwnPath } from './paths.ts'

interface OwnLoansProps {
  readonly lang: Language
  readonly loans: readonly OwnLine[]
  /** A fresh id for each form. */
  readonly newAct: () => string
}

/** What a reader has on loan, with the one thing that can be done about it from home. */
export const OwnLoans = ({ lang, loans, newAct }: OwnLoansProps) => {
  const say = words(lang)
  return (
    <DataTable<OwnLine>
      lang={lang}
      caption={say.ownLoans}
      captionHidden
      rows={loans}
      empty={say.noLoansOfMine}
      columns={[
        {
          label: say.item,
          head: true,
          cell: line => (
            <>
              <a href={line.path}>{line.title}</a> <span class="digits muted">{line.barcode}</span>
            </>
          ),
        },
        { label: say.lentBy, cell: line => line.where },
        { label: say.due, cell: line => <span class="digits">{formatDate(line.dueOn, lang)}</span> },
        { label: say.state, cell: line => <LoanState line={line} lang={lang} /> },
        {
          label: '',
          cell: line => (
            <ActForm
              action={renewOwnPath(line.loan)}
              act={newAct()}
              label={`${say.renew}: ${line.title}, ${line.barcode}`}
            >
              <button type="submit" class="quiet">
                {say.renew}
              </button>
            </ActForm>
          ),
        },
      ]}
    />
  )
}

/** What they returned and chose to remember. */
export const ReturnedLoans = ({ lang, loans }: { lang: Language; loans: readonly OwnLine[] }) => {
  const say = words(lang)
  return (
    <DataTable<OwnLine>
      lang={lang}
      caption={say.returnedBefore}
      captionHidden
      rows={loans}
      empty={say.nothingReturned}
      columns={[
        { label: say.item, head: true, cell: line => <a href={line.path}>{line.title}</a> },
        { label: say.lentBy, cell: line => line.where },
        { label: say.lentDay, cell: line => <span class="digits">{formatDate(line.lentOn, lang)}</span> },
        {
          label: say.returnedDay,
          cell: line => (
            <span class="digits">{line.returnedOn === null ? '—' : formatDate(line.returnedOn, lang)}</span>
          ),
        },
      ]}
    />
  )
}

interface OwnLoansPageProps extends OwnLoansProps {
  readonly frame: Frame
  /** Where the person's own page is. */
  readonly account: { readonly href: string; readonly label: string }
  readonly renewed?: { readonly title: string; readonly dueOn: LocalDate }
  readonly refused?: { readonly title: string; readonly reasons: readonly string[] }
}

/** The loans by themselves: where a renewal is answered. */
export const OwnLoansPage = ({ frame, account, renewed, refused, ...props }: OwnLoansPageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.ownLoans} crumbs={[account, { label: say.ownLoans }]}>
      {renewed && (
        <Notice kind="done" role="status">
          <p>{say.renewed(renewed.title, formatDate(renewed.dueOn, lang))}</p>
        </Notice>
      )}
      {refused && (
        <Refusal title={say.refusedOwn(refused.title)} reasons={refused.reasons}>
          <p>{say.askDesk}</p>
        </Refusal>
      )}
      <h1>{say.ownLoans}</h1>
      <Section title={say.onLoanNow(props.loans.length)}>
        <OwnLoans {...props} />
      </Section>
      <p>
        <a href={ownLoansPath}>{say.lookAgain}</a>
      </p>
    </Page>
  )
}
