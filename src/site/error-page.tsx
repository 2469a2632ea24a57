import type { PropsWithChildren } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { say } from '../kernel/sentences.ts'
import { statusOf, type Turned } from '../platform/http/index.ts'
import type { Frame } from './frame.ts'
import { Page } from './layout.tsx'
import { words } from './messages.ts'
import { SearchBox } from './search-box.tsx'

interface ErrorPageProps {
  readonly frame: Frame
  /** A small line over the title, as "Lỗi 404". */
  readonly kind?: string
  /** What happened. */
  readonly title: string
  /** Why, all of it, and what to do. */
  readonly lead: string
  /** Quoted when the person asks for help. */
  readonly code: string
  /** A search box that keeps what was looked for. */
  readonly search?: { readonly action: string; readonly query: string }
}

/** What happened, why, what you can do (the children), a code to quote. */
export const ErrorPage = (props: PropsWithChildren<ErrorPageProps>) => {
  const { frame, search, children } = props
  const word = words(frame.lang)
  return (
    <Page frame={frame} title={props.title}>
      <div class="flow">
        {props.kind !== undefined && <p class="small muted">{props.kind}</p>}
        <h1>{props.title}</h1>
        <p>{props.lead}</p>
        {search && <SearchBox lang={frame.lang} action={search.action} query={search.query} />}
        {children}
        <p class="small muted">
          {word.codeToQuote} <b class="digits">{props.code}</b>. <a href="/">{word.backHome}</a>
        </p>
      </div>
    </Page>
  )
}

/** The same in a line, for programs that show it to a person. */
export function turnedInWords(lang: Language, turned: Turned): string {
  const word = words(lang)
  return `${say(word.turnedTitle, turned)}. ${say(word.turnedAdvice, turned)}`
}

interface TurnedPageProps {
  readonly frame: Frame
  readonly turned: Turned
  readonly code: string
  readonly search?: { readonly action: string; readonly query: string }
  /** Where to sign in, carrying the way back. */
  readonly signIn?: string
}

/** The page for a request that the door turned away; children may add places that nearly match. */
export const TurnedPage = ({ frame, turned, code, search, signIn, children }: PropsWithChildren<TurnedPageProps>) => {
  const word = words(frame.lang)
  const needsSignIn = turned.code === 'sign-in-first' || turned.code === 'finish-sign-in'
  return (
    <ErrorPage
      frame={frame}
      kind={word.errorNumber(statusOf[turned.code])}
      title={say(word.turnedTitle, turned)}
      lead={say(word.turnedAdvice, turned)}
      code={code}
      search={turned.code === 'not-found' ? search : undefined}
    >
      {children}
      {needsSignIn && signIn !== undefined && (
        <p>
          <a class="button" href={signIn}>
            {word.signIn}
          </a>
        </p>
      )}
    </ErrorPage>
  )
}
