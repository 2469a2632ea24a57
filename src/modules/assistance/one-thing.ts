import type { Language } from '../../kernel/language.ts'
import { formatDate } from '../../kernel/local-date.ts'
import { type Result, refused } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Form } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { type HelpedProblem, signUpHelped } from '../activities/index.ts'
import { loanSentence, ownLines, ownLoanOf, renewOwn } from '../circulation/index.ts'
import { chooseOne, hearsOf } from '../notices/index.ts'
import { type Assistance, findPerson, keepHistory } from '../people/index.ts'
import { words } from './messages.ts'

/** One of the things that can be done for a person: what it is about, and what the button says. */
export interface Choice {
  /** As the form sends it: `gia-han:<loan>`, `lich-su:co`, `nhac:khong`. */
  readonly value: string
  readonly group: 'loans' | 'history' | 'reminders'
  readonly about: string
  readonly button: string
}

/** What this person may have done now: just enough to choose by. */
export async function choicesFor(db: Db, person: string, now: Date, lang: Language): Promise<Choice[]> {
  const say = words(lang)
  const { open } = await ownLines(db, person, now, lang)
  const keeps = (await findPerson(db, person))?.keepsHistory ?? false
  const hears = await hearsOf(db, person, 'loans')
  return [
    ...open.map(line => ({
      value: `gia-han:${line.loan}`,
      group: 'loans' as const,
      about: say.loan(line.title, formatDate(line.dueOn, lang)),
      button: say.renew,
    })),
    {
      value: keeps ? 'lich-su:khong' : 'lich-su:co',
      group: 'history',
      about: keeps ? say.historyOn : say.historyOff,
      button: keeps ? say.stopHistory : say.keepHistory,
    },
    ...(hears === null
      ? []
      : [
          {
            value: hears ? 'nhac:khong' : 'nhac:co',
            group: 'reminders' as const,
            about: hears ? say.remindersOn : say.remindersOff,
            button: hears ? say.stopReminders : say.startReminders,
          },
        ]),
  ]
}

export interface Doing {
  readonly act: string
  readonly person: string
  readonly chosen: string
  readonly assistance: Assistance
  readonly now: Date
  readonly lang: Language
  /** What else was filled in. */
  readonly form: Form
}

/** The activity that a choice to sign up names; null for any other choice. */
export function activityChosen(chosen: string): string | null {
  const [kind, id = ''] = chosen.split(':')
  return kind === 'ghi-ten' && isUuid(id) ? id : null
}

/** What the person has to be told; null for most things. */
export type Done = { readonly code: string } | null

/** Does the one thing as the person's own act. Refusals come back in words, since each thing has its own. */
export async function doOneThing(world: World, doing: Doing): Promise<Result<Done, HelpedProblem>> {
  const activity = activityChosen(doing.chosen)
  if (activity !== null) return signUpHelped(world, { ...doing, activity })
  const done = await doByButton(world, doing)
  return done.ok ? done : refused(done.problems.map(text => ({ field: null, text })))
}

async function doByButton(world: World, doing: Doing): Promise<Result<null, string>> {
  const { act, person, assistance, now, lang } = doing
  const say = words(lang)
  const [kind = '', value = ''] = doing.chosen.split(':')
  const yes = value === 'co'
  if (kind === 'lich-su' && (yes || value === 'khong')) {
    const done = await keepHistory(world, { person, act, keeps: yes, now, assistance })
    return done.ok ? { ok: true, value: null } : refused([say.turnOver])
  }
  if (kind === 'nhac' && (yes || value === 'khong')) {
    const done = await chooseOne(world, { act, person, subject: 'loans', wanted: yes, now, assistance })
    return done.ok ? { ok: true, value: null } : refused([say.turnOver])
  }
  const loan = kind === 'gia-han' && isUuid(value) ? await ownLoanOf(world.database, value, person) : null
  if (loan === null) return refused([say.chooseOne])
  const done = await renewOwn(world, { act, person, loan: loan.id, institution: loan.institution, now, assistance })
  if (done.ok) return { ok: true, value: null }
  return refused(
    done.problems.map(problem => (problem.code === 'turn-over' ? say.turnOver : loanSentence(problem, lang))),
  )
}
