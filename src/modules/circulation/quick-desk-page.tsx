import { Box, type Frame, Notice, Page, SyncTruth } from '../../site/index.ts'
import { deskPath } from './paths.ts'
import { quickDeskWords } from './quick-desk-words.ts'

interface QuickDeskProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  /** Whose acts wait on the device. */
  readonly by: string
  readonly signIn: string
}

const Templates = ({ say }: { say: ReturnType<typeof quickDeskWords> }) => (
  <>
    <template data-template="waiting">
      <li>
        <span class="digits muted" data-slot="time"></span>
        <span>
          <span data-slot="label"></span> <span class="state few small">{say.waiting}</span>
        </span>
        <button type="button" class="quiet" data-do="undo">
          {say.undo}
        </button>
      </li>
    </template>
    <template data-template="sent">
      <li>
        <span class="digits muted" data-slot="time"></span>
        <span>
          <span data-slot="label"></span> <span class="state few small">{say.sent}</span>
        </span>
      </li>
    </template>
    <template data-template="received">
      <li>
        <span class="digits muted" data-slot="time"></span>
        <span class="state" data-slot="says"></span>
      </li>
    </template>
  </>
)

const Entry = ({ say }: { say: ReturnType<typeof quickDeskWords> }) => (
  <form class="flow" hidden>
    <fieldset>
      <legend class="hidden">{say.what}</legend>
      <div class="row picks">
        {(['muon', 'tra', 'gia-han'] as const).map(mode => (
          <label>
            <input type="radio" name="viec" value={mode} checked={mode === 'muon'} />
            <span>{{ muon: say.lend, tra: say.back, 'gia-han': say.renew }[mode]}</span>
          </label>
        ))}
      </div>
    </fieldset>
    <div data-card="">
      <label for="the">{say.card}</label>
      <input class="desk-scan" id="the" name="the" autocomplete="off" autocapitalize="characters" maxlength={64} />
      <p class="why" data-why="card" role="alert" hidden>
        {say.noCard}
      </p>
    </div>
    <div>
      <label for="quet">{say.code}</label>
      <input class="desk-scan" id="quet" name="quet" autocomplete="off" autocapitalize="characters" maxlength={64} />
      <p class="why" data-why="code" role="alert" hidden>
        {say.noCode}
      </p>
    </div>
    <div class="notice care" role="alert" data-twice="" hidden>
      <p>{say.twice}</p>
      <p class="row">
        <button type="button" class="quiet" data-do="once-more">
          {say.onceMore}
        </button>
        <button type="button" class="quiet" data-do="not-again">
          {say.notAgain}
        </button>
      </p>
    </div>
    <p class="row">
      <button type="submit" class="wide">
        {say.record}
      </button>
      <button type="button" class="quiet" data-do="next-reader">
        {say.next}
      </button>
    </p>
    <p role="status" class="small" data-said=""></p>
  </form>
)

/**
 * The desk that works without a network. What is scanned becomes an act on the device, with its own time; the page names no
 * reader and knows no book, so it may be kept on the device as it is.
 */
export const QuickDeskPage = ({ frame, institution, by, signIn }: QuickDeskProps) => {
  const say = quickDeskWords(frame.lang)
  return (
    <Page frame={frame} title={`${say.title} · ${institution.name}`} staff scripts={['quick-desk.js']}>
      <div
        class="flow quick"
        data-quick-desk=""
        data-by-script=""
        data-institution={institution.code}
        data-by={by}
        data-lend={say.lend}
        data-back={say.back}
        data-renew={say.renew}
        data-card-word={say.cardWord}
        data-recorded={say.recorded}
      >
        <h1>{say.title}</h1>
        <noscript>
          <Notice kind="care">
            <p>{say.without}</p>
          </Notice>
        </noscript>
        <div data-failed="" hidden>
          <Notice kind="refusal" role="alert">
            <p>{say.failed}</p>
          </Notice>
        </div>
        <SyncTruth lang={frame.lang} by={by} signIn={signIn} still={say.still} />
        <Box>
          <Entry say={say} />
        </Box>
        <Box title={say.list}>
          <p class="muted" data-none="">
            {say.none}
          </p>
          <ol class="acts" data-rows=""></ol>
        </Box>
        <Templates say={say} />
        <p class="small muted">
          {say.lead} <a href={deskPath(institution.code)}>{say.usual}</a>
        </p>
      </div>
    </Page>
  )
}
