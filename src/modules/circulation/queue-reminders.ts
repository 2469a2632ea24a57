import { addDays, localDateAt, startOfDay } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { eachAlone } from '../../platform/each-alone.ts'
import type { World } from '../../platform/world.ts'
import { describeItems } from '../catalogue/index.ts'
import { institutionById } from '../institutions/index.ts'
import { notify, type Refresh, reachableByLetter } from '../notices/index.ts'
import { reminderDays, reminderKey, remindersOf } from './reminder.ts'
import { loansDue, stillDue } from './reminder-store.ts'

/**
 * Queues what readers with an address are to hear today of what they borrowed; the others are on the list of whom to
 * ring. As often as you like: the queue takes each once. Gives how many were new.
 */
export async function queueLoanReminders({
  database,
  clock,
  log,
}: Pick<World, 'database' | 'clock' | 'log'>): Promise<number> {
  const now = clock.now()
  const today = localDateAt(now)
  const all = remindersOf(await loansDue(database, reminderDays(today)), today)
  const persons = [...new Set(all.map(reminder => reminder.person))]
  const reachable = await reachableByLetter(database, persons, 'loans')
  let queued = 0
  const told = all.filter(({ person }) => reachable.has(person))
  await eachAlone(log, 'reminders', told, async reminder => {
    const { stage, person, institution, dueOn, loans } = reminder
    const outcome = await notify(database, {
      topic: stage.topic,
      values: { place: '', dueOn, loans, titles: [] },
      key: reminderKey(reminder),
      to: { person },
      institution,
      now,
      // Once it is due, the next message says more.
      expiresAt: startOfDay(stage.topic === 'due-soon' ? dueOn : addDays(today, 3)),
    })
    if (outcome === 'queued') queued++
  })
  return queued
}

/** What is still out of what a reminder is about, with its titles; null when all came back, or was renewed. */
export const refreshReminder: Refresh = async (db, template, language) => {
  if (template.topic !== 'due-soon' && template.topic !== 'overdue') return template
  const { loans, dueOn } = template.values
  const open = await stillDue(db, loans, dueOn)
  const [first] = open
  if (first === undefined) return null
  const lang = language.startsWith('en') ? 'en' : 'vi'
  const items = open.map(loan => loan.item)
  const described = await describeItems(db, items, lang)
  const institution = await institutionById(db, first.institution)
  const place = institution === null ? '' : textIn(institution.name, lang).text
  const titles = items.map(item => described.get(item)?.title ?? '')
  return { topic: template.topic, values: { place, dueOn, loans, titles } }
}
