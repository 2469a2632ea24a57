import type { PropsWithChildren } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { syncWords } from './sync-words.ts'

interface SyncTruthProps {
  readonly lang: Language
  /** Whose acts: those of another person on the same device wait for that one. */
  readonly by: string
  /** Where to sign in, and come back from. */
  readonly signIn: string
  /** Says nothing while nothing waits. */
  readonly quiet?: boolean
  /** What can still be done without a signal: "Vẫn đếm khách được." */
  readonly still?: string
}

const Count = ({ of }: { of: string }) => (
  <span class="digits" data-count={of}>
    0
  </span>
)

const When = ({ name, kind, children }: PropsWithChildren<{ name: string; kind: string }>) => (
  <div class={`notice ${kind}`} data-when={name} hidden>
    {children}
  </div>
)

/**
 * How far the acts of this device have come: recorded here, sent, received by the server; no signal; what was refused
 * and what to do about it. Hidden until the page's island tells the truth.
 */
export const SyncTruth = ({ lang, by, signIn, quiet, still = '' }: SyncTruthProps) => {
  const say = syncWords(lang)
  return (
    <section
      class="sync flow"
      aria-label={say.title}
      data-sync=""
      data-by={by}
      data-quiet={quiet ? '' : undefined}
      hidden
    >
      <div role="status" class="flow">
        <When name="no-signal" kind="care">
          <p>
            <b>{`${say.noSignal} ${still}`}</b>
          </p>
          <p>{say.noSignalNext}</p>
        </When>
        <When name="sign-in" kind="care">
          <p>
            {say.signIn} <a href={signIn}>{say.signInNow}</a>
          </p>
        </When>
        <When name="fault" kind="care">
          <p>{say.fault}</p>
        </When>
        <When name="others" kind="care">
          <p>
            <Count of="others" /> {say.others}
          </p>
        </When>
        <p data-when="sending" hidden>
          <span class="state few">
            {say.sending.before} <Count of="open" /> {say.sending.after}
          </span>
        </p>
        <p data-when="done" hidden>
          <span class="state">
            {say.done.before} <Count of="received" /> {say.done.after}
          </span>
        </p>
      </div>
      <ol class="stair" aria-label={say.title}>
        {(['kept', 'sent', 'received'] as const).map(step => (
          <li>
            <b data-count={step}>0</b>
            <p class="small">{say.steps[step]}</p>
          </li>
        ))}
      </ol>
      <div data-when="refused" hidden>
        <h2>
          {say.refused} <Count of="refused" />
        </h2>
        <ul class="flow" data-refused=""></ul>
      </div>
      <template data-template="refused">
        <li class="notice refusal">
          <p>
            <b data-slot="label"></b>
          </p>
          <ul class="reasons" data-slot="reasons"></ul>
          <p class="row">
            <button type="button" class="quiet" data-do="again">
              {say.again}
            </button>
            <button type="button" class="quiet" data-do="drop">
              {say.drop}
            </button>
          </p>
        </li>
      </template>
    </section>
  )
}
