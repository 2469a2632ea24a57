import {
  ActForm,
  Actions,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Notice,
  Page,
  Section,
  SelectField,
  State,
  TextField,
} from '../../site/index.ts'
import { cataloguingWords } from './cataloguing-words.ts'
import { givenStatuses, isGiven, withdrawalReasons } from './change-copy.ts'
import { copiesNames } from './copies-form.ts'
import { type Done, doneWords, statusKinds } from './copies-page.tsx'
import type { KeptItem } from './item-store.ts'
import { cataloguingPaths } from './paths.ts'

interface CopyPageProps {
  readonly frame: Frame
  readonly item: KeptItem
  readonly title: string
  readonly place: string
  readonly form: FormState
  /** One act for each of the two forms. */
  readonly acts: { readonly change: string; readonly withdraw: string }
  readonly done: Done | null
}

const ChangeForm = ({ frame: { lang }, item, form, acts }: CopyPageProps) => {
  const say = cataloguingWords(lang)
  return (
    <ActForm action={cataloguingPaths.copy(item.id)} act={acts.change} label={say.saveCopy}>
      <TextField
        name={copiesNames.callNumber}
        label={say.callNumber}
        maxlength={120}
        value={item.callNumber ?? ''}
        form={form}
      />
      <TextField
        name={copiesNames.location}
        label={say.location}
        maxlength={120}
        value={item.location ?? ''}
        form={form}
      />
      {isGiven(item.status) ? (
        <SelectField
          name="tinh-trang"
          label={say.state}
          choices={givenStatuses.map(status => ({ value: status, label: say.given[status] }))}
          value={item.status}
          form={form}
        />
      ) : (
        <p>{say.deskHolds(say.statuses[item.status])}</p>
      )}
      <Actions
        submit={say.saveCopy}
        back={{ href: cataloguingPaths.copiesOf(item.edition), label: say.backToCopies }}
      />
    </ActForm>
  )
}

const WithdrawForm = ({ frame: { lang }, item, form, acts }: CopyPageProps) => {
  const say = cataloguingWords(lang)
  return (
    <Section title={say.withdrawTitle} class="flow">
      <p>{say.withdrawText}</p>
      <ActForm action={cataloguingPaths.withdrawCopy(item.id)} act={acts.withdraw} label={say.withdrawTitle}>
        <SelectField
          name="ly-do"
          label={say.reason}
          choices={[
            { value: '', label: say.chooseReason },
            ...withdrawalReasons.map(reason => ({ value: reason, label: say.withdrawals[reason] })),
          ]}
          form={form}
        />
        <Actions submit={say.withdraw} quiet />
      </ActForm>
    </Section>
  )
}

export const CopyPage = (props: CopyPageProps) => {
  const { frame, item, form, done } = props
  const { lang } = frame
  const say = cataloguingWords(lang)
  const title = say.copyTitle(item.barcode ?? item.accessionNumber ?? say.noNumber)
  return (
    <Page frame={frame} title={title} staff>
      <ErrorSummary lang={lang} title={say.refusedForm(formatCount(form.errors.length, lang))} form={form} />
      <div class="flow">
        <h1>{title}</h1>
        {done !== null && (
          <Notice kind="done" role="status">
            <p>{say[doneWords[done]]}</p>
          </Notice>
        )}
        <p>{say.copyOf(props.title, props.place)}</p>
        <p>
          <State kind={statusKinds[item.status]}>{say.statuses[item.isWithdrawn ? 'withdrawn' : item.status]}</State>
        </p>
      </div>
      {item.isWithdrawn ? (
        <p>
          <a href={cataloguingPaths.copiesOf(item.edition)}>{say.backToCopies}</a>
        </p>
      ) : (
        <>
          <ChangeForm {...props} />
          <WithdrawForm {...props} />
        </>
      )}
    </Page>
  )
}
