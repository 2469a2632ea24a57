import { localDateAt } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { newId } from '../../platform/clock.ts'
import type { RequestContext } from '../../platform/http/index.ts'
import type { World } from '../../platform/world.ts'
import { itemById } from '../catalogue/index.ts'
import { branchesOf, type Institution, institutionById } from '../institutions/index.ts'
import { noteLook } from '../people/index.ts'
import { doneText } from './act-words.ts'
import { numberOf, textOf } from './answer.ts'
import { type Given, named } from './at-desk.ts'
import type { ScannedCopy } from './copy-note.tsx'
import { type DeskAct, lastActs, patronPanel, workToday } from './desk.ts'
import { DeskPage } from './desk-page.tsx'
import { words } from './messages.ts'
import { type DeskMode, noteAt } from './paths.ts'
import { readOn } from './reading-store.ts'
import { countWaiting } from './request-store.ts'
import { findItem } from './scanned.ts'

/** What a desk's page shows beside what the database says. */
export interface DeskView {
  readonly mode: DeskMode
  readonly card: string | null
  readonly scanned?: string
  readonly refusal?: { title: string; reasons: readonly string[] }
  readonly justDone?: string
  /** A count that was not taken: what was typed, for which kind. */
  readonly counted?: { readonly kind: string; readonly typed: string }
}

/** The page of a desk, read anew. */
export async function deskPage({ world, site }: Given, c: RequestContext, institution: Institution, view: DeskView) {
  const { lang, now } = c.var
  c.set('wasm', true)
  const db = world.database
  const patron = view.card === null ? null : await patronPanel(db, institution.id, view.card, now, lang)
  if (patron !== null && c.var.viewer.person !== null) {
    const look = { by: c.var.viewer.person, institution: institution.id, persons: [patron.person.id], now }
    await noteLook(db, { ...look, purpose: 'desk' })
  }
  const acts = await lastActs(db, institution.id, now, lang, 8)
  const just = acts.find(act => act.id === view.justDone)
  const at = named(institution, c)
  return (
    <DeskPage
      frame={site.staffFrame(c, at)}
      institution={at}
      mode={view.mode}
      patron={patron}
      card={view.card}
      scanned={view.scanned ?? ''}
      refusal={view.refusal ?? null}
      done={
        just === undefined
          ? null
          : {
              sentence: await doneSentence(world, c, institution, just),
              act: just.id,
              undoable: just.undoing || just.undone ? null : just.id,
            }
      }
      acts={acts}
      today={await workToday(db, institution.id, now)}
      read={await readOn(db, institution.id, localDateAt(now))}
      waiting={await countWaiting(db, institution.id, localDateAt(now))}
      copy={await scannedCopy(world, institution, view, just)}
      counted={view.counted ?? null}
      newAct={newId}
      expired={patron !== null && patron.card.expiresOn < localDateAt(now)}
    />
  )
}

/** The copy of what was just done, or of what was scanned and refused. */
async function scannedCopy(
  { database }: World,
  institution: Institution,
  { mode, card, scanned }: DeskView,
  just: DeskAct | undefined,
): Promise<ScannedCopy | null> {
  const id = textOf(just?.answer ?? null, 'item')
  const item = id === '' ? await findItem(database, scanned ?? '') : await itemById(database, id)
  if (item === null) return null
  const own = (await branchesOf(database, institution.id)).includes(item.keeper)
  const barcode = item.barcode ?? item.accessionNumber ?? ''
  const path = own ? noteAt(institution.code, item.id, mode, card) : null
  return { item: item.id, barcode, note: item.note, notePath: path }
}

/** The sentence of an act; of what came back also whether it was late and where it belongs. */
async function doneSentence(
  { database }: World,
  c: RequestContext,
  institution: Institution,
  act: DeskAct,
): Promise<string> {
  const say = words(c.var.lang)
  const sentence = doneText(act, c.var.lang)
  if (act.undoing) return sentence
  const late = numberOf(act.answer, 'overdueDays')
  const keeperId = textOf(act.answer, 'keeper')
  const keeper = keeperId === '' || keeperId === institution.id ? null : await institutionById(database, keeperId)
  return [
    sentence,
    late > 0 ? say.returnedLate(late) : '',
    keeper === null ? '' : say.belongsTo(textIn(keeper.name, c.var.lang).text),
  ]
    .filter(part => part !== '')
    .join(' ')
}
