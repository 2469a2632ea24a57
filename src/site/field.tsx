import type { Child } from 'hono/jsx'
import type { FormState } from './form.tsx'

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly form?: FormState
  /** Shown when the form carries nothing typed under this name. */
  readonly value?: string
  /** Under the label: an example, or what it is for. Never a placeholder. */
  readonly help?: string
}

interface Control {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-describedby': string | undefined
}

/** Label above, help under it, error under that, then the control: read in this order by everyone. */
function labelled({ name, label, form, value, help }: FieldProps, control: (given: Control) => Child) {
  const error = form?.errors.find(({ field }) => field === name)?.text
  const described = [help !== undefined && `${name}-giup`, error !== undefined && `${name}-loi`].filter(Boolean)
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={name}>{label}</label>
      {help !== undefined && (
        <span class="help small" id={`${name}-giup`}>
          {help}
        </span>
      )}
      {error !== undefined && (
        <p class="why" id={`${name}-loi`}>
          {error}
        </p>
      )}
      {control({
        id: name,
        name,
        value: form?.typed[name] ?? value ?? '',
        'aria-invalid': error === undefined ? undefined : 'true',
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      })}
    </div>
  )
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'url'
  readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'email'
  readonly autocomplete?: string
  readonly maxlength?: number
  readonly autofocus?: boolean
  /** Language of what is typed, when it is not the page's. */
  readonly lang?: string
}

export const TextField = (props: TextFieldProps) =>
  labelled(props, control => (
    <input
      {...control}
      type={props.type ?? 'text'}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      maxlength={props.maxlength}
      autofocus={props.autofocus}
      lang={props.lang}
    />
  ))

/** A password is the one thing that is not given back when a form is refused. */
export const PasswordField = (props: FieldProps & { readonly fresh?: boolean }) =>
  labelled({ ...props, value: '' }, control => (
    <input
      {...control}
      value={undefined}
      type="password"
      autocomplete={props.fresh ? 'new-password' : 'current-password'}
    />
  ))

export const TextArea = (props: FieldProps & { readonly rows?: number }) =>
  labelled(props, ({ value, ...control }) => (
    <textarea {...control} rows={props.rows ?? 4}>
      {value}
    </textarea>
  ))

/** A browser never fills a file in again, so the help should say which file was taken. */
export const FileField = (props: FieldProps & { readonly accept?: string; readonly multiple?: boolean }) =>
  labelled(props, control => (
    <input {...control} value={undefined} type="file" accept={props.accept} multiple={props.multiple} />
  ))

export interface Choice {
  readonly value: string
  readonly label: string
}

export const SelectField = (props: FieldProps & { readonly choices: readonly Choice[] }) =>
  labelled(props, ({ value, ...control }) => (
    <select {...control}>
      {props.choices.map(choice => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  ))
