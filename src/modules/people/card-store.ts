import type { LocalDate } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Card, Person } from './card.ts'
import { type PersonRow, personOf } from './person-store.ts'

interface CardRow {
  id: string
  number: string
  person: string
  institution: string
  issued_on: LocalDate
  expires_on: LocalDate
  state: Card['state']
  note: string | null
}

const cardOf = (row: CardRow): Card => ({
  id: row.id,
  number: row.number,
  person: row.person,
  institution: row.institution,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on,
  state: row.state,
  note: row.note,
})

const cardColumns = sql`card.id, card.number, card.person, card.institution, card.issued_on, card.expires_on, card.state, card.note`

export async function cardByNumber(db: Db, number: string): Promise<Card | null> {
  const row = await db.maybeOne<CardRow>(
    sql`select ${cardColumns} from card where number = ${number} and person is not null`,
  )
  return row && cardOf(row)
}

/** Where this card was issued, also once its holder was erased. */
export async function institutionOfCard(db: Db, id: string): Promise<string | null> {
  const row = await db.maybeOne<{ institution: string }>(sql`select institution from card where id = ${id}`)
  return row?.institution ?? null
}

/** A person's cards, the one that is good longest first. */
export async function cardsOf(db: Db, person: string): Promise<Card[]> {
  const rows = await db.many<CardRow>(
    sql`select ${cardColumns} from card where person = ${person} order by state <> 'valid', expires_on desc, number`,
  )
  return rows.map(cardOf)
}

export async function cardById(db: Db, id: string): Promise<Card | null> {
  const row = await db.maybeOne<CardRow>(sql`select ${cardColumns} from card where id = ${id} and person is not null`)
  return row && cardOf(row)
}

/** The card, held until the transaction ends. */
export async function lockCard(tx: Db, id: string): Promise<Card | null> {
  const row = await tx.maybeOne<CardRow>(
    sql`select ${cardColumns} from card where id = ${id} and person is not null for update`,
  )
  return row && cardOf(row)
}

export async function insertCard(tx: Db, card: Card): Promise<void> {
  await tx.run(sql`
    insert into card (id, number, person, institution, issued_on, expires_on, state, note)
    values (${card.id}, ${card.number}, ${card.person}, ${card.institution}, ${card.issuedOn}, ${card.expiresOn},
            ${card.state}, ${card.note})`)
}

export async function setCardExpiry(tx: Db, id: string, expiresOn: LocalDate): Promise<void> {
  await tx.run(sql`update card set expires_on = ${expiresOn} where id = ${id}`)
}

const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** The highest running number given under this prefix, 0 when there is none; locks the series until the transaction ends. */
export async function lastCardNumber(tx: Db, prefix: string): Promise<number> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`card:${prefix}`}, 0))`)
  const row = await tx.one<{ last: number | null }>(sql`
    select max(substring(number from ${prefix.length + 2}::int)::bigint) as last from card
    where number like ${`${likeText(prefix)}-%`} and substring(number from ${prefix.length + 2}::int) ~ '^[0-9]{1,15}$'`)
  return row.last ?? 0
}

export interface Reader {
  readonly person: Person
  readonly card: Card
}

/** What a reader is looked for by; both empty asks for everybody. */
export interface ReaderQuery {
  /** Words of the name, folded; each must begin a word of theirs. */
  readonly nameWords: readonly string[]
  /** How the card number may begin, in its one form. */
  readonly numbers: readonly string[]
}

type ReaderRow = CardRow & Omit<PersonRow, 'id'>

const readerOf = (row: ReaderRow): Reader => ({ card: cardOf(row), person: personOf({ ...row, id: row.person }) })

const readerColumns = sql`${cardColumns}, person.display_name, person.kind, person.keeps_history`

/** The condition of a query; one of which nothing is left to look for finds nobody. */
function asked({ nameWords, numbers }: ReaderQuery): Sql {
  const words = nameWords.map(word => `% ${likeText(word)}%`)
  const begins = numbers.map(number => `${likeText(number)}%`)
  return sql`(${words.length > 0} and ' ' || person.folded_name like all(${words}::text[])
              or card.number like any(${begins}::text[]))`
}

/** Readers with a card of these institutions in the order of their names; null asks for all of them. */
export async function findReaders(
  db: Db,
  institutions: readonly string[],
  query: ReaderQuery | null,
  page: { number: number; size: number },
): Promise<{ readers: Reader[]; total: number; page: number }> {
  const where = sql`
    person.deleted_at is null and card.institution = any(${institutions}::uuid[])
    and ${query === null ? sql`true` : asked(query)}`
  const { total } = await db.one<{ total: number }>(
    sql`select count(*) as total from card join person on person.id = card.person where ${where}`,
  )
  const number = Math.max(1, Math.min(page.number, Math.ceil(total / page.size)))
  const rows = await db.many<ReaderRow>(sql`
    select ${readerColumns} from card join person on person.id = card.person where ${where}
    order by person.sort_key, card.number limit ${page.size} offset ${(number - 1) * page.size}`)
  return { readers: rows.map(readerOf), total, page: number }
}

/** Readers of these institutions whose folded name is just this one; at most five. */
export async function readersNamed(db: Db, institutions: readonly string[], foldedName: string): Promise<Reader[]> {
  const rows = await db.many<ReaderRow>(sql`
    select ${readerColumns} from card join person on person.id = card.person
    where person.deleted_at is null and card.institution = any(${institutions}::uuid[])
      and person.folded_name = ${foldedName}
    order by card.number limit 5`)
  return rows.map(readerOf)
}
