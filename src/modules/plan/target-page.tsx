import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { formatInteger } from '../../kernel/numbers.ts'
import {
  ActForm,
  Actions,
  DataTable,
  ErrorSummary,
  type FormState,
  type Frame,
  Notice,
  Page,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../site/index.ts'
import { nameOf, unitOf } from './figure-words.ts'
import { type Indicator, indicators } from './indicator.ts'
import { targetWords } from './messages.ts'
import { figureAt, targetsPath } from './paths.ts'
import type { Target } from './target.ts'
import { fieldOf, pasteField } from './target-form.ts'

/** A line of the form. */
export interface TargetLine {
  /** The institution's code, or the word for the whole province. */
  readonly code: string
  readonly name: string
  readonly holding: Target | null
}

export interface TargetPageProps {
  readonly frame: Frame
  readonly indicator: Indicator
  readonly period: string
  readonly periods: readonly { readonly value: string; readonly label: string }[]
  readonly lines: readonly TargetLine[]
  readonly history: readonly (Target & { readonly name: string; readonly setBy: string })[]
  readonly misread: string | null
  /** How many were just set. */
  readonly done: string | null
  readonly form: FormState
  readonly act: string
}

/** A field in a table: named for those who listen, with what is wrong under it. */
const NumberCell = ({ line, form, label }: { line: TargetLine; form: FormState; label: string }) => {
  const field = fieldOf(line.code)
  const error = form.errors.find(one => one.field === field)?.text
  return (
    <div class={error === undefined ? undefined : 'field wrong'}>
      {error !== undefined && (
        <p class="why" id={`${field}-loi`}>
          {error}
        </p>
      )}
      <input
        id={field}
        name={field}
        value={form.typed[field] ?? (line.holding?.value ?? '').toString()}
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        class="number"
        aria-label={label}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${field}-loi`}
      />
    </div>
  )
}

function holdingText(holding: Target | null, lang: Language): string {
  const say = targetWords(lang)
  if (holding === null) return say.noPlan
  const since = formatDate(holding.since, lang)
  return holding.value === null
    ? say.ended(holding.reason ?? '', since)
    : say.holds(formatInteger(holding.value, lang), holding.source, since)
}

const History = ({ frame, history }: Pick<TargetPageProps, 'frame' | 'history'>) => {
  const { lang } = frame
  const say = targetWords(lang)
  return (
    <Section title={say.history}>
      <DataTable
        lang={lang}
        caption={say.history}
        captionHidden
        rows={history}
        empty={say.noHistory}
        columns={[
          { label: say.since, cell: one => <span class="digits">{formatDate(one.since, lang)}</span> },
          { label: say.institution, head: true, cell: one => one.name },
          {
            label: say.value,
            numeric: true,
            cell: one => (one.value === null ? say.endedValue : formatInteger(one.value, lang)),
          },
          { label: say.why, cell: one => one.reason ?? one.source },
          { label: say.by, cell: one => one.setBy },
        ]}
      />
    </Section>
  )
}

/** The plan of one indicator and period: a line for the province and for each institution, and what was set before. */
export const TargetPage = (props: TargetPageProps) => {
  const { frame, indicator, period, lines, form } = props
  const { lang } = frame
  const say = targetWords(lang)
  const caption = `${nameOf(indicator, lang)}, ${props.periods.find(one => one.value === period)?.label ?? period}`
  return (
    <Page frame={frame} title={say.title} staff>
      <ErrorSummary lang={lang} title={say.refused(formatInteger(form.errors.length, lang))} form={form} />
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      {props.done !== null && (
        <Notice kind="done">
          <p>{say.done(props.done)}</p>
        </Notice>
      )}
      {props.misread !== null && (
        <Notice kind="care">
          <p>{props.misread}</p>
        </Notice>
      )}
      <form action={targetsPath} class="row" aria-label={say.choose}>
        <SelectField
          name="chi-so"
          label={say.indicator}
          value={indicator.code}
          choices={indicators.map(one => ({ value: one.code, label: nameOf(one, lang) }))}
        />
        <SelectField name="ky" label={say.period} value={period} choices={props.periods} />
        <p class="actions">
          <button type="submit" class="quiet">
            {say.show}
          </button>
        </p>
      </form>
      <Section title={caption}>
        <ActForm action={targetsPath} act={props.act} label={caption}>
          <input type="hidden" name="chi-so" value={indicator.code} />
          <input type="hidden" name="ky" value={period} />
          <div class="grid halves">
            <div>
              <TextField name="nguon" label={say.source} help={say.sourceHelp} form={form} maxlength={300} />
              <TextField name="ly-do" label={say.reason} help={say.reasonHelp} form={form} maxlength={300} />
            </div>
            <TextArea name={pasteField} label={say.paste} help={say.pasteHelp} form={form} rows={6} />
          </div>
          <DataTable
            lang={lang}
            caption={caption}
            captionHidden
            rows={lines}
            empty=""
            columns={[
              {
                label: say.institution,
                head: true,
                cell: line => (
                  <>
                    {line.name} <small class="code">{line.code}</small>
                  </>
                ),
              },
              { label: say.holding, cell: line => holdingText(line.holding, lang) },
              {
                label: say.wanted(unitOf(indicator, lang)),
                cell: line => <NumberCell line={line} form={form} label={say.wantedOf(line.name)} />,
              },
            ]}
          />
          <Actions submit={say.save} back={{ href: figureAt(indicator.code), label: say.back }} />
        </ActForm>
      </Section>
      <History frame={frame} history={props.history} />
    </Page>
  )
}
