import type { Choice } from './field.tsx'
import type { FormState } from './form.tsx'

interface ChoicesProps {
  readonly legend: string
  readonly name: string
  /** `one` gives radio buttons, `many` check boxes. */
  readonly pick: 'one' | 'many'
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly help?: string
  readonly form?: FormState
}

/** A question with its answers in sight. The first answer carries the name as its id, where the error summary leads. */
export const Choices = ({ legend, name, pick, choices, chosen, help, form }: ChoicesProps) => {
  const error = form?.errors.find(({ field }) => field === name)?.text
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'}>
      <legend>{legend}</legend>
      {help !== undefined && <span class="help small">{help}</span>}
      {error !== undefined && (
        <p class="why" id={`${name}-loi`}>
          {error}
        </p>
      )}
      {choices.map((choice, index) => (
        <label class="choice">
          <input
            type={pick === 'one' ? 'radio' : 'checkbox'}
            id={index === 0 ? name : undefined}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            aria-describedby={error === undefined ? undefined : `${name}-loi`}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
