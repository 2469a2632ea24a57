import type { Language } from '../../kernel/language.ts'
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { describeEditions, describeItems } from '../catalogue/index.ts'
import { cardsOf, displayNames } from '../people/index.ts'
import { type StackRequest, stateOn } from './request.ts'
import { queueOf } from './request-store.ts'
import { shelfMarks } from './stacks-store.ts'

/** A slip as staff see it. */
export interface SlipLine extends StackRequest {
  readonly title: string
  readonly path: string
  readonly callNumber: string
  readonly location: string
  /** Of the copy that was fetched; else of those that could be. */
  readonly numbers: readonly string[]
  readonly reader: string
  readonly cardNumber: string
}

/** Slips with what stands on them; the state is that of today. */
export async function slipLines(
  db: Db,
  institution: string,
  slips: readonly StackRequest[],
  today: LocalDate,
  lang: Language,
): Promise<SlipLine[]> {
  const editions = [...new Set(slips.map(({ edition }) => edition))]
  const described = await describeEditions(db, editions, lang)
  const marks = new Map((await shelfMarks(db, institution, editions)).map(mark => [mark.edition, mark]))
  const fetched = await describeItems(
    db,
    slips.flatMap(({ item }) => item ?? []),
    lang,
  )
  const persons = [...new Set(slips.map(({ person }) => person))]
  const names = await displayNames(db, persons)
  const cards = new Map<string, string>()
  for (const person of persons) cards.set(person, (await cardsOf(db, person))[0]?.number ?? '')
  return slips.map(slip => {
    const mark = marks.get(slip.edition)
    const copy = fetched.get(slip.item ?? '')
    return {
      ...slip,
      state: stateOn(slip, today),
      title: described.get(slip.edition)?.title ?? '',
      path: described.get(slip.edition)?.path ?? '',
      callNumber: mark?.callNumber ?? '',
      location: mark?.location ?? '',
      numbers: copy === undefined ? (mark?.numbers ?? []) : [copy.barcode],
      reader: names.get(slip.person) ?? '',
      cardNumber: cards.get(slip.person) ?? '',
    }
  })
}

/** Everything that lies at an institution's desk today. */
export async function readQueue(db: Db, institution: string, now: Date, lang: Language): Promise<SlipLine[]> {
  const today = localDateAt(now)
  return slipLines(db, institution, await queueOf(db, institution, today), today, lang)
}
