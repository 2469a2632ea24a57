import type { RequestContext } from '../../platform/http/index.ts'
import { signInPath } from '../people/index.ts'
import { type Given, institutionAt, named } from './at-desk.ts'
import { quickDeskPath } from './paths.ts'
import { QuickDeskPage } from './quick-desk-page.tsx'

/** The desk for a telephone that may have no signal. */
export async function showQuickDesk(given: Given, c: RequestContext) {
  const institution = await institutionAt(given, c)
  const at = named(institution, c)
  // It names no reader, so it may be kept to open without a network.
  c.header('Bac-Thang-Device', 'keep')
  return c.html(
    <QuickDeskPage
      frame={given.site.staffFrame(c, at)}
      institution={at}
      by={c.var.viewer.person ?? ''}
      signIn={`${signInPath}?ve=${quickDeskPath(institution.code)}`}
    />,
  )
}
