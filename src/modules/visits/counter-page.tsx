import { formatInstant } from '../../kernel/instant.ts'
import { localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import { say as sentence } from '../../kernel/sentences.ts'
import {
  ActForm,
  Box,
  DataTable,
  DeskModes,
  type Frame,
  formatCount,
  LastActs,
  Page,
  Refusal,
  SyncTruth,
  UndoBar,
} from '../../site/index.ts'
import type { Counter, CountLine, KindCount } from './counter.ts'
import { mostAtOnce } from './decide.ts'
import { words } from './messages.ts'
import { buttonsPath, counterAt, counterPath, dayPath, undoCountAt } from './paths.ts'

export interface CounterPageProps {
  readonly frame: Frame
  readonly institution: { readonly code: string; readonly name: string }
  readonly counter: Counter
  readonly now: Date
  /** Who counts, and where to sign in again when the session is over: acts may wait on the device. */
  readonly by: string
  readonly signIn: string
  readonly refusal: {
    readonly title: string
    readonly reasons: readonly string[]
    readonly kind?: string
    readonly number?: string
  } | null
  /** What was just done, in a sentence; `undoable` is its act where it can be taken back. */
  readonly done: { readonly sentence: string; readonly undoable: string | null } | null
  /** Mints the id of an act that a form of the page will send. */
  readonly newAct: () => string
}

const Button = ({ props, count }: { props: CounterPageProps; count: KindCount }) => {
  const { frame, institution, counter, refusal } = props
  const say = words(frame.lang)
  const { id, asksNumber } = count.kind
  const typed = refusal?.kind === id ? refusal.number : ''
  return (
    <li class={asksNumber ? 'group' : undefined}>
      <ActForm
        action={counterPath(institution.code)}
        act={props.newAct()}
        label={count.name}
        data={{ 'data-name': count.name, 'data-kind': id }}
      >
        <input type="hidden" name="loai" value={id} />
        {counter.facility !== null && <input type="hidden" name="co-so" value={counter.facility} />}
        {asksNumber && (
          <>
            <label for={`so-${id}`}>
              {count.name}: {say.people.toLowerCase()}
            </label>
            <input id={`so-${id}`} name="so" inputmode="numeric" maxlength={5} autocomplete="off" value={typed} />
          </>
        )}
        <button type="submit" class="quiet">
          <b>{asksNumber ? say.record(count.name) : count.name}</b>
          <span class="small digits">
            <span data-of-day="">{say.todayShort(formatCount(count.today, frame.lang))}</span>{' '}
            <b data-more="" hidden></b>
          </span>
        </button>
        {asksNumber && (
          <p class="why" data-why="" hidden>
            {sentence(say.countRefusals, { code: 'no-number' })}
          </p>
        )}
      </ActForm>
    </li>
  )
}

const Sums = ({ props }: { props: CounterPageProps }) => {
  const { frame, counter } = props
  const { lang } = frame
  const say = words(lang)
  const counted = counter.counts.filter(({ week }) => week > 0)
  const sum = (of: 'today' | 'week') => counted.reduce((all, one) => all + one[of], 0)
  const rows = [
    ...counted.map(({ name, today, week }) => ({ name, today, week })),
    ...(counted.length > 1 ? [{ name: say.all, today: sum('today'), week: sum('week') }] : []),
  ]
  return (
    <Box title={say.sums}>
      <DataTable
        lang={lang}
        caption={say.sums}
        captionHidden
        columns={[
          { label: say.kind, cell: row => row.name, head: true },
          { label: say.today, cell: row => formatCount(row.today, lang), numeric: true },
          { label: say.week, cell: row => formatCount(row.week, lang), numeric: true },
        ]}
        rows={rows}
        empty={say.noneYet}
        narrow="scroll"
      />
      <p class="small muted">{say.asOf(formatInstant(props.now, lang))}</p>
    </Box>
  )
}

const linesOf = (props: CounterPageProps, lines: readonly CountLine[], today: boolean) =>
  lines.map(({ act, at, kind, name, quantity }) => ({
    at: localTimeAt(at),
    text: (
      <>
        <span data-name="">{words(props.frame.lang).line(name, formatCount(quantity, props.frame.lang))}</span>{' '}
        <span class="tag" data-undone="" hidden>
          {words(props.frame.lang).takenBack}
        </span>
      </>
    ),
    undo: { action: undoCountAt(props.institution.code, act, props.counter.facility), act: props.newAct() },
    data: {
      'data-counted': act,
      'data-of': kind,
      'data-quantity': String(quantity),
      'data-today': today ? 'yes' : 'no',
    } as const,
  }))

/** What this device has recorded, filled in by its island. */
const OnThisDevice = ({ props }: { props: CounterPageProps }) => {
  const { lang } = props.frame
  const say = words(lang)
  return (
    <>
      <p role="status" class="small muted" data-said=""></p>
      <ol class="acts" data-lines=""></ol>
      <template data-template="line">
        <li>
          <span class="digits muted" data-slot="time"></span>
          <span data-slot="label"></span>
          <button type="button" class="quiet" data-do="undo">
            {say.undo}
          </button>
        </li>
      </template>
      <SyncTruth lang={lang} by={props.by} signIn={props.signIn} still={say.stillCounting} />
    </>
  )
}

export const CounterPage = (props: CounterPageProps) => {
  const { frame, institution, counter, refusal, done } = props
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={`${say.title} · ${institution.name}`} staff scripts={['counter.js']}>
      <h1 class="hidden">{`${say.title} · ${institution.name}`}</h1>
      <div
        class="grid aside"
        data-counter=""
        data-institution={institution.code}
        data-facility={counter.facility ?? ''}
        data-by={props.by}
        data-at={props.now.toISOString()}
        data-day={localDateAt(props.now)}
        data-most={String(mostAtOnce)}
        data-word-counted={say.countedWord}
        data-word-undone={say.undoneWord}
      >
        <div class="flow">
          <Box title={say.title}>
            {counter.facilities.length > 0 && (
              <DeskModes
                lang={lang}
                label={say.facility}
                modes={counter.facilities.map(({ id, name }) => ({
                  label: name,
                  href: counterAt(institution.code, id),
                  current: id === counter.facility,
                }))}
              />
            )}
            <p class="muted">{say.lead}</p>
            <ul class="counter">
              {counter.counts
                .filter(({ kind }) => !kind.retired)
                .map(count => (
                  <Button props={props} count={count} />
                ))}
            </ul>
            <OnThisDevice props={props} />
          </Box>
          {refusal && <Refusal title={refusal.title} reasons={refusal.reasons} />}
          <p class="row">
            <a href={dayPath(institution.code)}>{say.sheet}</a>
            <a href={buttonsPath(institution.code)}>{say.buttons}</a>
          </p>
        </div>
        <div class="flow">
          <div data-of-day="">
            <Sums props={props} />
          </div>
          <div class="flow" data-of-day="">
            {counter.today.length > 0 ? (
              <LastActs lang={lang} title={say.justCounted} acts={linesOf(props, counter.today, true)} />
            ) : (
              <Box title={say.justCounted}>
                <p class="muted">{say.nothingYet}</p>
              </Box>
            )}
            {counter.yesterday.length > 0 && (
              <LastActs lang={lang} title={say.yesterday} acts={linesOf(props, counter.yesterday, false)} />
            )}
          </div>
        </div>
      </div>
      {done !== null && (
        <UndoBar
          lang={lang}
          done={done.sentence}
          {...(done.undoable === null
            ? {}
            : {
                undo: { action: undoCountAt(institution.code, done.undoable, counter.facility), act: props.newAct() },
              })}
        />
      )}
    </Page>
  )
}
