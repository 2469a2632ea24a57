import { ActForm, Actions, type Frame, formatCount, Page } from '../../site/index.ts'
import type { BatchRow } from './import-view.ts'
import { words } from './messages.ts'
import { batchPath, batchPaths } from './paths.ts'

interface ConfirmPageProps {
  readonly frame: Frame
  readonly row: BatchRow
  readonly asked: 'apply' | 'withdraw'
  readonly act: string
}

/** Once more before a whole batch moves: what will happen, and the way back. */
export const ConfirmPage = ({ frame, row: { batch, counts }, asked, act }: ConfirmPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const title =
    asked === 'apply' ? say.confirmApply(formatCount(counts.staged, lang)) : say.confirmWithdraw(batch.fileName)
  const text = asked === 'apply' ? say.confirmApplyText : say.confirmWithdrawText(formatCount(counts.items, lang))
  return (
    <Page frame={frame} title={title} staff>
      <div class="flow">
        <h1>{title}</h1>
        <p>{text}</p>
        <ActForm action={batchPaths[asked](batch.id)} act={act} label={title}>
          <Actions submit={say[asked]} back={{ href: batchPath(batch.id), label: say.back }} />
        </ActForm>
      </div>
    </Page>
  )
}
