import { Facts } from '../../site/facts.tsx'
import { PasswordField, TextField } from '../../site/field.tsx'
import { ActForm, Actions, ErrorSummary, emptyForm, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice } from '../../site/notice.tsx'
import { Qr } from '../../site/qr.tsx'
import { words } from './messages.ts'
import { minimumPasswordLength } from './password.ts'
import { accountPath, codePath, passwordPath, secondFactorPath, signInPath } from './paths.ts'

interface StepProps {
  readonly frame: Frame
  readonly form?: FormState
  /** Where to go on afterwards; '' where nobody was on the way to anything. */
  readonly back: string
}

const Back = ({ to }: { to: string }) => <input type="hidden" name="ve" value={to} />

export const SignInPage = ({ frame, form = emptyForm, back }: StepProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.signIn}>
      <ErrorSummary lang={frame.lang} title={say.notSignedIn} form={form} />
      <h1>{say.signIn}</h1>
      <p class="muted">{say.signInLead}</p>
      <ActForm action={signInPath}>
        <Back to={back} />
        <TextField name="ten" label={say.login} form={form} autocomplete="username" />
        <PasswordField name="mat-khau" label={say.password} form={form} />
        <Actions submit={say.signIn} />
      </ActForm>
    </Page>
  )
}

export const CodePage = ({ frame, form = emptyForm, back }: StepProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.enterCode}>
      <ErrorSummary lang={frame.lang} title={say.notSignedIn} form={form} />
      <h1>{say.enterCode}</h1>
      <p class="muted">{say.enterCodeLead}</p>
      <ActForm action={codePath}>
        <Back to={back} />
        <TextField name="ma" label={say.code} form={form} inputmode="numeric" autocomplete="one-time-code" autofocus />
        <Actions submit={say.goOn} />
      </ActForm>
    </Page>
  )
}

/** A change of password; for whoever got theirs from somebody else the one page there is. */
export const PasswordPage = ({ frame, form = emptyForm, back, act }: StepProps & { readonly act: string }) => {
  const say = words(frame.lang)
  const owed = frame.viewer.owes === 'choose-password'
  const title = owed ? say.choosePassword : say.changePassword
  return (
    <Page
      frame={frame}
      title={title}
      {...(owed ? {} : { crumbs: [{ href: accountPath, label: say.account }, { label: title }] })}
    >
      <ErrorSummary lang={frame.lang} title={say.notSaved} form={form} />
      <h1>{title}</h1>
      <p class="muted">{owed ? say.choosePasswordLead : say.changePasswordLead}</p>
      <ActForm action={passwordPath} act={act}>
        <Back to={back} />
        <PasswordField name="mat-khau" label={owed ? say.givenPassword : say.currentPassword} form={form} />
        <PasswordField
          name="moi"
          label={say.newPassword}
          help={say.newPasswordHelp(minimumPasswordLength)}
          form={form}
          fresh
        />
        <PasswordField name="lai" label={say.repeatPassword} form={form} fresh />
        <Actions submit={title} />
      </ActForm>
    </Page>
  )
}

interface SecondFactorPageProps extends StepProps {
  /** Null when the account has a second factor already. */
  readonly setUp: { readonly secret: string; readonly address: string } | null
}

export const SecondFactorPage = ({ frame, form = emptyForm, back, setUp }: SecondFactorPageProps) => {
  const say = words(frame.lang)
  return (
    <Page
      frame={frame}
      title={say.protect}
      crumbs={[{ href: accountPath, label: say.account }, { label: say.protect }]}
    >
      <ErrorSummary lang={frame.lang} title={say.notSaved} form={form} />
      <h1>{say.protect}</h1>
      <p class="muted">{say.protectLead}</p>
      {setUp === null ? (
        <Notice kind="done">
          <p>{say.protectedAlready}</p>
        </Notice>
      ) : (
        <div class="flow">
          <ol class="steps">
            {say.protectSteps.map(step => (
              <li>{step}</li>
            ))}
          </ol>
          <Qr lang={frame.lang} address={setUp.address} />
          <Facts rows={[[say.key, <code>{setUp.secret}</code>]]} />
          <ActForm action={secondFactorPath}>
            <Back to={back} />
            <input type="hidden" name="khoa" value={setUp.secret} />
            <TextField name="ma" label={say.code} form={form} inputmode="numeric" autocomplete="one-time-code" />
            <Actions submit={say.turnOn} />
          </ActForm>
        </div>
      )}
    </Page>
  )
}
