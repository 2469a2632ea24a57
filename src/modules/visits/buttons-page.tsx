import { ActForm, Actions, ErrorSummary, type FormState, type Frame, Page, TextField } from '../../site/index.ts'
import { fieldsOf, newButton } from './buttons.ts'
import { words } from './messages.ts'
import { buttonsPath, counterPath } from './paths.ts'
import type { VisitKind } from './visit-kind.ts'

interface ButtonsPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly kinds: readonly VisitKind[]
  readonly form: FormState
  readonly act: string
}

const textOf = (kind: VisitKind | null, lang: string): string => kind?.name.find(text => text.lang === lang)?.text ?? ''

const Button = ({ props, kind, at }: { props: ButtonsPageProps; kind: VisitKind | null; at: number }) => {
  const { form } = props
  const say = words(props.frame.lang)
  const fields = fieldsOf(kind?.id ?? newButton)
  // What was typed holds for boxes too: a box that is not sent is an empty one.
  const sent = Object.keys(form.typed).length > 0
  const ticked = (field: string, before: boolean): boolean => (sent ? form.typed[field] !== undefined : before)
  return (
    <fieldset class="box">
      <legend>{kind === null ? say.newButton : say.buttonNumber(at + 1)}</legend>
      {kind === null && <p class="small muted">{say.newButtonHelp}</p>}
      <div class="row">
        <TextField
          name={fields.vi}
          label={say.nameVi}
          form={form}
          value={textOf(kind, 'vi')}
          maxlength={80}
          lang="vi"
        />
        <TextField
          name={fields.en}
          label={say.nameEn}
          form={form}
          value={textOf(kind, 'en')}
          maxlength={80}
          lang="en"
        />
        <TextField
          name={fields.order}
          label={say.order}
          form={form}
          value={String(at + 1)}
          inputmode="numeric"
          maxlength={3}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          name={fields.asksNumber}
          value="1"
          checked={ticked(fields.asksNumber, kind?.asksNumber ?? false)}
        />
        {say.asksNumber}
      </label>
      {kind !== null && (
        <label class="choice">
          <input
            type="checkbox"
            id={fields.inUse}
            name={fields.inUse}
            value="1"
            checked={ticked(fields.inUse, !kind.retired)}
          />
          {say.inUse}
        </label>
      )}
    </fieldset>
  )
}

/** The list of buttons, changed as a whole. */
export const ButtonsPage = (props: ButtonsPageProps) => {
  const { frame, institution, kinds, form, act } = props
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={`${say.buttonsTitle} · ${institution.name}`} staff>
      <div class="flow">
        <ErrorSummary lang={frame.lang} title={say.notSaved(form.errors.length)} form={form} />
        <h1>{`${say.buttonsTitle} · ${institution.name}`}</h1>
        <p>{say.buttonsLead}</p>
        <ActForm action={buttonsPath(institution.code)} act={act} class="flow">
          {kinds.map((kind, at) => (
            <Button props={props} kind={kind} at={at} />
          ))}
          <Button props={props} kind={null} at={kinds.length} />
          <Actions submit={say.save} back={{ href: counterPath(institution.code), label: say.back }} />
        </ActForm>
      </div>
    </Page>
  )
}
