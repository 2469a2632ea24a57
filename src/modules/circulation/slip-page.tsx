import { formatDate, localTimeAt } from '../../kernel/local-date.ts'
import { Facts, type Frame, formatCount, Page } from '../../site/index.ts'
import { requestsPath } from './paths.ts'
import type { SlipLine } from './requests-view.ts'
import { roomWords } from './room-words.ts'

interface SlipPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly slip: SlipLine
}

/** The slip on paper: lies in the gap on the shelf, then in the book. */
export const SlipPage = ({ frame, institution, slip }: SlipPageProps) => {
  const { lang } = frame
  const say = roomWords(lang)
  return (
    <Page frame={frame} title={`${say.slipTitle} ${slip.number}`} staff paper>
      <div class="sheet paper-slip">
        <p>{institution.name}</p>
        <h1>{say.slipTitle}</h1>
        <p class="digits">{say.slipDay(formatCount(slip.number, lang), formatDate(slip.forDay, lang))}</p>
        <Facts
          rows={[
            [say.callNumber, slip.callNumber && <strong class="digits">{slip.callNumber}</strong>],
            [say.location, slip.location],
            [say.number, <span class="digits">{slip.numbers.join('; ')}</span>],
            [say.book, slip.title],
            [say.reader, slip.reader],
            [say.card, <span class="digits">{slip.cardNumber}</span>],
            [say.askedAt, localTimeAt(slip.askedAt)],
          ]}
        />
        <div class="signatures">
          <p>{say.signReader}</p>
          <p>{say.signStaff}</p>
        </div>
      </div>
      <p class="no-print">
        <a href={requestsPath(institution.code)}>{say.back}</a>
      </p>
    </Page>
  )
}
