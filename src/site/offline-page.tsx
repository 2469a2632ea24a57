import type { Frame } from './frame.ts'
import { Page } from './layout.tsx'
import { words } from './messages.ts'
import { Notice } from './notice.tsx'

/**
 * Kept by the worker on the first visit, and shown for a page that it has not kept. The worker asks for it without
 * cookies, so the Vietnamese page speaks English as well.
 */
export const OfflinePage = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.offlineTitle}>
      <div class="flow">
        <h1>{say.offlineTitle}</h1>
        <Notice kind="care">
          <p>{say.offlineLead}</p>
        </Notice>
        <p>{say.offlineNext}</p>
        {frame.lang === 'vi' && (
          <p lang="en" class="muted">
            {words('en').offlineLead} {words('en').offlineNext}
          </p>
        )}
      </div>
    </Page>
  )
}
