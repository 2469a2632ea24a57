import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { Choices } from '../../site/choices.tsx'
import { DataTable } from '../../site/data-table.tsx'
import { type Choice, SelectField, TextField } from '../../site/field.tsx'
import { ActForm, Actions, ErrorSummary, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice, Refusal } from '../../site/notice.tsx'
import { State } from '../../site/state.tsx'
import type { Appointment } from './appointment-store.ts'
import { words } from './messages.ts'
import { endAppointmentPath, newStaffPath, resetAccountPath, staffPath } from './paths.ts'
import { type Role, roleRights } from './role.ts'

const roles = Object.keys(roleRights) as Role[]

interface StaffPageProps {
  readonly frame: Frame
  readonly appointments: readonly Appointment[]
  /** Who looks; an own appointment has no button. */
  readonly self: string
  readonly newAct: () => string
  readonly refused?: readonly string[]
  readonly done?: boolean
}

/** Who works where, and who may. */
export const StaffPage = ({ frame, appointments, self, newAct, refused, done }: StaffPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const where = ({ institution, withBranches }: Appointment) =>
    institution === null
      ? say.wholeProvince
      : `${textIn(institution.name, lang).text}${withBranches ? `, ${say.andBranches}` : ''}`
  return (
    <Page frame={frame} title={say.staff} staff>
      {done && (
        <Notice kind="done" role="status">
          <p>{say.appointmentEnded}</p>
        </Notice>
      )}
      {refused && <Refusal title={say.notEnded} reasons={refused} />}
      <h1>{say.staff}</h1>
      <p class="row actions">
        <a class="button" href={newStaffPath}>
          {say.newStaff}
        </a>
      </p>
      <DataTable<Appointment>
        lang={lang}
        caption={say.staff}
        captionHidden
        rows={appointments}
        empty=""
        columns={[
          { label: say.staffName, head: true, cell: one => <bdi>{one.displayName}</bdi> },
          { label: say.loginName, cell: one => <code>{one.login}</code> },
          { label: say.role, cell: one => say.roles[one.role] },
          { label: say.place, cell: where },
          { label: say.appointedSince, cell: one => formatDate(one.from, lang) },
          {
            label: say.hasProtection,
            cell: one =>
              one.hasSecondFactor ? (
                <State kind="there">{say.isProtected}</State>
              ) : (
                <State kind="none">{say.notProtected}</State>
              ),
          },
          {
            label: '',
            cell: one =>
              one.person === self ? (
                say.thisIsYou
              ) : (
                <span class="row">
                  <ActForm action={resetAccountPath(one.id)} act={newAct()} label={`${say.resetAccount}: ${one.login}`}>
                    <button type="submit" class="quiet">
                      {say.resetAccount}
                    </button>
                  </ActForm>
                  <ActForm
                    action={endAppointmentPath(one.id)}
                    act={newAct()}
                    label={`${say.endAppointment}: ${one.login}`}
                  >
                    <button type="submit" class="quiet">
                      {say.endAppointment}
                    </button>
                  </ActForm>
                </span>
              ),
          },
        ]}
      />
    </Page>
  )
}

interface NewStaffPageProps {
  readonly frame: Frame
  readonly institutions: readonly Choice[]
  readonly form: FormState
  readonly act: string
}

export const NewStaffPage = ({ frame, institutions, form, act }: NewStaffPageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.newStaff} staff>
      <ErrorSummary lang={lang} title={say.staffNotAdded} form={form} />
      <h1>{say.newStaff}</h1>
      <ActForm action={newStaffPath} act={act} label={say.newStaff}>
        <TextField name="ho-ten" label={say.staffName} form={form} />
        <TextField name="ten" label={say.loginName} help={say.loginHelp} form={form} maxlength={40} />
        <SelectField
          name="vai-tro"
          label={say.role}
          help={say.roleHelp}
          form={form}
          choices={[
            { value: '', label: say.chooseRole },
            ...roles.map(role => ({ value: role, label: say.roles[role] })),
          ]}
        />
        <SelectField
          name="noi"
          label={say.place}
          form={form}
          choices={[{ value: '', label: say.wholeProvince }, ...institutions]}
        />
        <Choices
          legend={say.branches}
          name="chi-nhanh"
          pick="many"
          choices={[{ value: 'co', label: say.alsoBranches }]}
          chosen={form.typed['chi-nhanh'] === 'co' ? ['co'] : []}
          form={form}
        />
        <Actions submit={say.addStaff} back={{ href: staffPath, label: say.backToStaff }} />
      </ActForm>
    </Page>
  )
}

interface FirstPasswordPageProps {
  readonly frame: Frame
  /** What was done, in a sentence. */
  readonly title: string
  /** Null when the same form came a second time: the password was shown then. */
  readonly password: string | null
}

/** The one moment in which anybody but its owner sees a password. */
export const FirstPasswordPage = ({ frame, title, password }: FirstPasswordPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={title} staff>
      <Notice kind="done" role="status">
        <h1>{title}</h1>
        {password === null ? (
          <p>{say.passwordShownBefore}</p>
        ) : (
          <>
            <p>
              {say.firstPassword} <b class="code">{password}</b>
            </p>
            <p>{say.firstPasswordAdvice}</p>
          </>
        )}
      </Notice>
      <p class="actions">
        <a href={staffPath}>{say.backToStaff}</a>
      </p>
    </Page>
  )
}
