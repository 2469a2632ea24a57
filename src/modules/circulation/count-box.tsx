import type { Language } from '../../kernel/language.ts'
import { ActForm, Box, formatCount } from '../../site/index.ts'
import { words } from './messages.ts'
import { countPath } from './paths.ts'
import { type ReadingKind, readingKinds } from './room.ts'

const taps = [1, 5, 10] as const

interface CountBoxProps {
  readonly lang: Language
  readonly code: string
  readonly read: Readonly<Record<ReadingKind, number>>
  /** What was typed and not taken. */
  readonly counted: { readonly kind: string; readonly typed: string } | null
  readonly newAct: () => string
}

/** Where shelves are open and nothing is scanned: the day's numbers by kind, with a tap for what lies on the tables. */
export const CountBox = ({ lang, code, read, counted, newAct }: CountBoxProps) => {
  const say = words(lang)
  return (
    <Box title={say.countTitle}>
      <p class="muted">{say.countHelp}</p>
      <div class="grid halves counts">
        {readingKinds.map(kind => (
          <ActForm action={countPath(code)} act={newAct()} label={say.kinds[kind]}>
            <h3>{say.kinds[kind]}</h3>
            <p class="muted">{say.countedToday(formatCount(read[kind], lang))}</p>
            <input type="hidden" name="loai" value={kind} />
            <p class="row typed">
              <input
                name="go"
                inputmode="numeric"
                autocomplete="off"
                maxlength={3}
                aria-label={say.howMany[kind]}
                value={counted?.kind === kind ? counted.typed : ''}
              />
              <button type="submit" class="quiet">
                {say.record}
              </button>
            </p>
            <p class="row taps">
              {taps.map(count => (
                <button
                  type="submit"
                  class="quiet"
                  name="so"
                  value={count}
                  aria-label={say.addCount(count, say.kinds[kind])}
                >
                  +{count}
                </button>
              ))}
            </p>
          </ActForm>
        ))}
      </div>
    </Box>
  )
}
