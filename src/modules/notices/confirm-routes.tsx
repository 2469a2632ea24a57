import { newId } from '../../platform/clock.ts'
import { actOf, type RequestContext, readForm } from '../../platform/http/index.ts'
import { ActForm, type Frame, Notice, Page } from '../../site/index.ts'
import { ownPageFor } from '../people/index.ts'
import { UnknownLinkPage } from './leave-page.tsx'
import type { Given } from './leave-routes.tsx'
import { words } from './messages.ts'
import { addressToConfirm, confirmAddress } from './own-address.ts'
import { confirmPath } from './paths.ts'

const tokenOf = (c: RequestContext): string => c.req.param('token') ?? ''

function linkNotGood({ site }: Given, c: RequestContext) {
  const say = words(c.var.lang)
  return c.html(<UnknownLinkPage frame={site.frame(c)} title={say.linkOld} text={say.linkOldText} />, 404)
}

interface ConfirmPageProps {
  readonly frame: Frame
  readonly email: string
  readonly confirmed: boolean
  readonly token: string
}

const ConfirmPage = ({ frame, email, confirmed, token }: ConfirmPageProps) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.confirmTitle}>
      <h1>{say.confirmTitle}</h1>
      {confirmed ? (
        <>
          <Notice kind="done" role="status">
            <p>{say.confirmDone}</p>
          </Notice>
          <p>{say.confirmDoneText}</p>
          <p>
            <a href={ownPageFor(frame.viewer)}>{say.myPage}</a>
          </p>
        </>
      ) : (
        <ActForm action={confirmPath(token)} act={newId()}>
          <p>{say.confirmText(email)}</p>
          <p class="row actions">
            <button type="submit">{say.confirm}</button>
          </p>
        </ActForm>
      )}
    </Page>
  )
}

/** Looks and changes nothing: programs that read mail follow every link in it. */
export async function showConfirm(given: Given, c: RequestContext) {
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex')
  const found = await addressToConfirm(given.world.database, tokenOf(c), c.var.now)
  if (found === null) return linkNotGood(given, c)
  return c.html(<ConfirmPage frame={given.site.frame(c)} {...found} token={tokenOf(c)} />)
}

export async function takeConfirm(given: Given, c: RequestContext) {
  const act = actOf(await readForm(c))
  const result = await confirmAddress(given.world, { act, token: tokenOf(c), now: c.var.now })
  return result.ok ? c.redirect(confirmPath(tokenOf(c)), 303) : linkNotGood(given, c)
}
