import { textIn } from '../../kernel/localized-text.ts'
import {
  ActForm,
  Actions,
  ErrorSummary,
  type FormState,
  type Frame,
  formatCount,
  Page,
  SelectField,
  TextField,
} from '../../site/index.ts'
import type { PlaceOn } from '../places/index.ts'
import type { Institution } from './institution.ts'
import { kinds } from './kinds.ts'
import { words } from './messages.ts'
import { paths } from './paths.ts'

interface FoundPageProps {
  readonly frame: Frame
  /** In the order in which they are offered. */
  readonly communes: readonly PlaceOn[]
  readonly parents: readonly Institution[]
  readonly form: FormState
  readonly act: string
}

/** What must be known of a new place; everything else follows on its own form. */
export const FoundPage = ({ frame, communes, parents, form, act }: FoundPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const choose = { value: '', label: say.choose }
  return (
    <Page frame={frame} title={say.foundTitle} staff>
      <ErrorSummary lang={lang} title={say.editRefused(formatCount(form.errors.length, lang))} form={form} />
      <h1>{say.foundTitle}</h1>
      <p>{say.foundLead}</p>
      <ActForm action={paths.found} act={act} label={say.foundTitle}>
        <TextField name="name" label={say.nameVi} lang="vi" form={form} />
        <TextField name="code" label={say.code} help={say.codeHelp} form={form} maxlength={12} />
        <SelectField
          name="kind"
          label={say.kindFilter}
          form={form}
          choices={[choose, ...kinds.map(kind => ({ value: kind.id, label: kind[lang] }))]}
        />
        <SelectField
          name="parent"
          label={say.branchOf}
          form={form}
          choices={[
            { value: '', label: say.noParent },
            ...parents.map(parent => ({ value: parent.code, label: textIn(parent.name, lang).text })),
          ]}
        />
        <SelectField
          name="commune"
          label={say.placeFilter}
          form={form}
          choices={[
            choose,
            ...communes.map(({ code, name }) => ({ value: code ?? '', label: textIn(name, lang).text })),
          ]}
        />
        <TextField name="address" label={say.address} form={form} maxlength={300} />
        <TextField name="since" label={say.founded} help={say.sinceHelp} form={form} />
        <Actions submit={say.foundSubmit} back={{ href: paths.list, label: say.foundBack }} />
      </ActForm>
    </Page>
  )
}
