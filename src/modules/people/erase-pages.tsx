import type { Language } from '../../kernel/language.ts'
import { say as sentence } from '../../kernel/sentences.ts'
import { PasswordField } from '../../site/field.tsx'
import { ActForm, Actions, ErrorSummary, emptyForm, type FormState } from '../../site/form.tsx'
import type { Frame } from '../../site/frame.ts'
import { Page } from '../../site/layout.tsx'
import { Notice } from '../../site/notice.tsx'
import type { Reader } from './card-store.ts'
import type { DeskErasureRefusal } from './erase-person.ts'
import { words } from './messages.ts'
import { accountPath, erasePath, eraseReaderPath, ownDataFilePath, readersPath } from './paths.ts'

/** What goes and what stays, before anybody agrees. */
const GoesAndStays = ({ lang }: { lang: Language }) => {
  const say = words(lang)
  return (
    <div class="grid halves">
      <div>
        <h2>{say.whatGoes}</h2>
        <ul class="reasons">
          {say.goes.map(line => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{say.whatStays}</h2>
        <ul class="reasons">
          {say.stays.map(line => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Why it cannot be done yet, all of it at once, each thing that is still open by its name. */
const NotYet = ({ lang, problems }: { lang: Language; problems: readonly DeskErasureRefusal[] }) => {
  const say = words(lang)
  return (
    <Notice kind="refusal" role="alert" title={say.notErasedYet}>
      {problems.map(problem => (
        <>
          <p>{sentence(say.erasureRefusals, problem)}</p>
          {problem.code === 'still-open' && (
            <ul class="reasons">
              {problem.things.map(thing => (
                <li>{thing}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </Notice>
  )
}

interface ErasePageProps {
  readonly frame: Frame
  readonly act: string
  readonly form?: FormState
  readonly problems: readonly DeskErasureRefusal[]
}

/** A person's own way out: what it means, what is in the way, and the password once more. */
export const ErasePage = ({ frame, act, form = emptyForm, problems }: ErasePageProps) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page
      frame={frame}
      title={say.eraseMe}
      crumbs={[{ href: accountPath, label: say.account }, { label: say.eraseMe }]}
    >
      <ErrorSummary lang={lang} title={say.notErasedYet} form={form} />
      <h1>{say.eraseMe}</h1>
      <div class="flow">
        <p>{say.eraseLead}</p>
        {problems.length > 0 && <NotYet lang={lang} problems={problems} />}
        <GoesAndStays lang={lang} />
        <p>
          <a href={ownDataFilePath} download>
            {say.takeAlongFirst}
          </a>
        </p>
        {problems.length === 0 ? (
          <ActForm action={erasePath} act={act}>
            <PasswordField name="mat-khau" label={say.password} help={say.passwordAgain} form={form} />
            <Actions submit={say.eraseForGood} back={{ href: accountPath, label: say.keepMe }} />
          </ActForm>
        ) : (
          <p>
            <a href={accountPath}>{say.backToAccount}</a>
          </p>
        )}
      </div>
    </Page>
  )
}

/** The last page that a person sees: nobody is signed in any more. */
export const ErasedPage = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <Page frame={frame} title={say.erased}>
      <h1>{say.erased}</h1>
      <Notice kind="done" role="status">
        <p>{say.erasedLead}</p>
      </Notice>
      <p>
        <a href="/">{say.backHome}</a>
      </p>
    </Page>
  )
}

interface EraseReaderPageProps extends Omit<ErasePageProps, 'form'> {
  readonly institution: { readonly code: string; readonly name: string }
  readonly reader: Reader
}

/** The desk erases who asked for it there: the second step, with the name and the number before one's eyes. */
export const EraseReaderPage = ({ frame, act, problems, institution, reader }: EraseReaderPageProps) => {
  const { lang } = frame
  const say = words(lang)
  const back = `${readersPath(institution.code)}?${new URLSearchParams({ q: reader.card.number })}`
  return (
    <Page frame={frame} title={say.eraseReader} staff>
      {problems.length > 0 && <NotYet lang={lang} problems={problems} />}
      <h1>{say.eraseReader}</h1>
      <div class="flow">
        <p>
          <b>
            <bdi>{reader.person.displayName}</bdi>
          </b>{' '}
          <span class="digits">{reader.card.number}</span> · {institution.name}
        </p>
        <p>{say.eraseReaderLead}</p>
        <GoesAndStays lang={lang} />
        {problems.length === 0 ? (
          <ActForm action={eraseReaderPath(reader.card.id)} act={act}>
            <Actions submit={say.eraseForGood} back={{ href: back, label: say.backToReaders }} />
          </ActForm>
        ) : (
          <p>
            <a href={back}>{say.backToReaders}</a>
          </p>
        )}
      </div>
    </Page>
  )
}
