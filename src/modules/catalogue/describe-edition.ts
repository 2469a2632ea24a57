import { localDateAt } from '../../kernel/local-date.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { newId } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { perform } from '../../platform/journal/index.ts'
import type { World } from '../../platform/world.ts'
import type { WriteRefusal } from '../../standards/marc/index.ts'
import { readRecord } from '../../standards/marc/index.ts'
import { type BarcodeTaken, takenBarcodes, writeCopies } from './add-copies.ts'
import { noteEntered } from './arrivals-store.ts'
import { type Book, linesOf, personOf } from './book.ts'
import type { NewCopies } from './copies-form.ts'
import { queueWorks } from './documents.ts'
import type { EditionFacts } from './edition.ts'
import { candidatesFor } from './edition-store.ts'
import { editionById } from './grouping-store.ts'
import { matchFacts } from './keys.ts'
import { languageOfTitle } from './language.ts'
import { mapRecord, yearOf } from './marc.ts'
import { marcOf } from './marc-write.ts'
import { decideMatch, type MatchFacts, type MatchReason } from './match.ts'
import { workOfEditions } from './work-store.ts'
import { writeEditions } from './write-editions.ts'
import { writeRecord } from './write-record.ts'

/** What a person says of the edition that looks like theirs: nothing yet, that it is another, or that it is the same. */
export type Judgement = { readonly kind: 'none' } | { readonly kind: 'another' | 'same'; readonly edition: string }

/** The catalogue has what looks like this book. */
export type AlreadyThere = {
  readonly code: 'already-there'
  readonly edition: string
  readonly certain: boolean
  readonly reason: MatchReason
}

export type DescribeRefusal =
  | AlreadyThere
  | BarcodeTaken
  | { readonly code: 'edition-gone' }
  | { readonly code: 'no-copies-to-add' }
  | { readonly code: 'not-writable'; readonly reasons: readonly WriteRefusal[] }

export interface DescribeEdition {
  readonly act: string
  readonly by: string | null
  readonly institution: { readonly id: string; readonly code: string }
  readonly book: Book
  readonly copies: NewCopies
  readonly judgement: Judgement
}

export type Described = { readonly edition: string; readonly work: string; readonly copies: number }

function factsOf(book: Book): EditionFacts {
  const { title, language } = book
  return {
    title: [{ lang: language || languageOfTitle(title), text: title, state: 'original' }],
    volume: book.volume || null,
    otherTitles: [],
    people: linesOf(book.people).map(personOf),
    statement: null,
    publisher: book.publisher || null,
    publicationPlace: book.publicationPlace || null,
    date: book.date || null,
    year: yearOf(book.date),
    language: language || null,
    extent: book.extent || null,
    series: linesOf(book.series),
    subjects: linesOf(book.subjects),
    notes: linesOf(book.notes),
    classification: book.classification || null,
    isbns: linesOf(book.isbns),
  }
}

/** What in the catalogue looks like this book; null when nothing does. */
async function likeThis(tx: Db, match: MatchFacts): Promise<AlreadyThere | null> {
  const found = decideMatch(match, await candidatesFor(tx, [match]))
  if (found.outcome === 'new') return null
  const { edition } = found.candidate
  const [reason] = found.reasons
  if (edition === null || reason === undefined) return null
  return { code: 'already-there', edition, certain: found.outcome === 'same', reason }
}

/**
 * Enters a book by hand: a record of our own, read back by the same mapping as an import, under its work, with its
 * copies. What looks like a book that is there already is only written when somebody has looked at that one and said so.
 */
export function describeEdition(world: World, asked: DescribeEdition): Promise<Result<Described, DescribeRefusal>> {
  const { institution, copies, judgement } = asked
  const act = {
    id: asked.act,
    type: 'catalogue.describe-edition',
    version: 1,
    actor: asked.by,
    institution: institution.id,
    occurredAt: world.clock.now(),
    payload: { judgement: judgement.kind },
  }
  return perform<Described, DescribeRefusal>(world.database, act, async tx => {
    const taken = await takenBarcodes(tx, copies.numbers)
    const edition = judgement.kind === 'same' ? judgement.edition : newId()
    const problems =
      judgement.kind === 'same'
        ? await joiningProblems(tx, edition, copies)
        : await writeNew(tx, { ...asked, edition }, act.occurredAt)
    if (taken.length + problems.length > 0) return refused([...problems, ...taken])
    const written = await writeCopies(tx, { act, institution: institution.id, edition }, copies)
    if (!written.ok) return written
    const work = (await workOfEditions(tx, [edition])).get(edition)
    if (work === undefined) throw new Error(`edition ${edition} has no work`)
    await queueWorks(tx, [work], act.occurredAt)
    return ok({ edition, work, copies: written.value })
  })
}

async function joiningProblems(tx: Db, edition: string, copies: NewCopies): Promise<DescribeRefusal[]> {
  if ((await editionById(tx, edition)) === null) return [{ code: 'edition-gone' }]
  return copies.numbers.length + copies.unnumbered === 0 ? [{ code: 'no-copies-to-add' }] : []
}

/** Writes the edition; what is wrong, if anything is. Copies stand in no 952: they change, and the record does not. */
async function writeNew(
  tx: Db,
  { book, institution, judgement, edition }: DescribeEdition & { readonly edition: string },
  now: Date,
): Promise<DescribeRefusal[]> {
  const record = marcOf({
    facts: factsOf(book),
    items: [],
    name: { source: institution.code, number: edition },
    enteredOn: localDateAt(now),
  })
  const kept = writeRecord(record, 'iso2709')
  if (!kept.ok) return [{ code: 'not-writable', reasons: kept.problems }]
  const { bytes, format } = kept.value
  const mapped = mapRecord(readRecord(format, bytes))
  const match = matchFacts(mapped.facts, mapped.controlKey)
  const there = await likeThis(tx, match)
  if (there !== null && !(judgement.kind === 'another' && judgement.edition === there.edition)) return [there]
  await writeEditions(tx, [{ edition, mapped, match, bytes, owner: institution.id, format, batch: null }])
  await noteEntered(tx, { editions: [edition], items: [] }, now)
  return []
}
