import { ActForm, type Frame, Notice, Page } from '../../site/index.ts'
import { ownPageFor } from '../people/index.ts'
import type { Leaving } from './leave.ts'
import { words } from './messages.ts'
import { leavePath } from './paths.ts'
import { subjects } from './topic.ts'

interface LeavePageProps {
  readonly frame: Frame
  readonly leaving: Leaving
  readonly token: string
  readonly newAct: () => string
}

/** One button, or, where it was pressed already, what is so now and the way back. */
export const LeavePage = ({ frame, leaving, token, newAct }: LeavePageProps) => {
  const say = words(frame.lang)
  const { subject, wanted } = leaving
  const left = subjects.filter(one => !wanted.includes(one))
  const isLeft = left.includes(subject)
  const action = leavePath(token)
  return (
    <Page frame={frame} title={say.leaveTitle}>
      <h1>{isLeft ? say.leftTitle : say.leaveTitle}</h1>
      {isLeft ? (
        <>
          <Notice kind="done" role="status">
            <p>{say.leftText(left.map(one => say.subjects[one]))}</p>
          </Notice>
          <p>{say.leftHow}</p>
          <ActForm action={action} act={newAct()} label={say.comeBack(say.subjects[subject])}>
            <input type="hidden" name="viec" value="nhan-lai" />
            <p class="row actions">
              <button type="submit" class="quiet">
                {say.comeBack(say.subjects[subject])}
              </button>
              <a href={ownPageFor(frame.viewer)}>{say.myPage}</a>
            </p>
          </ActForm>
        </>
      ) : (
        <>
          <p>{say.leaveText(say.subjects[subject])}</p>
          <ActForm action={action} act={newAct()} label={say.leaveOne(say.subjects[subject])}>
            <p class="row actions">
              <button type="submit">{say.leaveOne(say.subjects[subject])}</button>
              {wanted.length > 1 && (
                <button type="submit" class="quiet" name="muc" value="tat-ca">
                  {say.leaveAll}
                </button>
              )}
            </p>
          </ActForm>
        </>
      )}
    </Page>
  )
}

export const UnknownLinkPage = ({ frame, title, text }: { frame: Frame; title: string; text: string }) => (
  <Page frame={frame} title={title}>
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href={ownPageFor(frame.viewer)}>{words(frame.lang).myPage}</a>
    </p>
  </Page>
)
