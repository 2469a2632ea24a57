import { ActForm, Actions, type Frame, formatCount, Page } from '../../site/index.ts'
import type { BatchRow } from './import-view.ts'
import { words } from './messages.ts'
import { batchPath, batchPaths } from './paths.ts'
import type { Register } from './register.ts'

interface ConfirmPageProps {
  readonly frame: Frame
  readonly row: BatchRow
  readonly register: Register
  readonly asked: 'apply' | 'withdraw'
  readonly act: string
}

/** Once more before a whole batch moves: what will happen, and the way back. */
export const ConfirmPage = ({ frame, row: { batch, counts }, register, asked, act }: ConfirmPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const { name } = register.words(lang)
  const title =
    asked === 'apply'
      ? say.confirmApply(formatCount(counts.staged - counts.skipped, lang), name)
      : say.confirmWithdraw(batch.fileName)
  const nothingIn = ['mapping', 'staging', 'staged'].includes(batch.state)
  const taken = nothingIn ? say.confirmDropText : say.confirmWithdrawText(formatCount(counts.items, lang))
  const text = asked === 'apply' ? say.confirmApplyText : taken
  return (
    <Page frame={frame} title={title} staff>
      <div class="flow">
        <h1>{title}</h1>
        <p>{text}</p>
        <ActForm action={batchPaths[asked](batch.id)} act={act} label={title}>
          <Actions
            submit={asked === 'apply' ? say.apply(name) : say.withdraw}
            back={{ href: batchPath(batch.id), label: say.back }}
          />
        </ActForm>
      </div>
    </Page>
  )
}
