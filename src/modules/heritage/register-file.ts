import { byteOrderMark, csvLine } from '../../kernel/csv.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDate, localDateAt } from '../../kernel/local-date.ts'
import type { Db } from '../../platform/database/database.ts'
import { fieldLabel, type ObjectField, objectFieldIds } from './fields.ts'
import { words } from './messages.ts'
import { type RegisterLine, wholeRegister } from './register-store.ts'

const titleIn = ({ title }: RegisterLine, lang: string): string | undefined =>
  title.find(entry => entry.lang === lang)?.text

const cellOf: Readonly<Record<ObjectField, (line: RegisterLine) => string | null | undefined>> = {
  number: line => line.accessionNumber,
  title: line => titleIn(line, 'vi') ?? titleIn(line, 'und') ?? line.title[0]?.text,
  titleEn: line => titleIn(line, 'en'),
  otherTitles: ({ facts }) => facts.otherTitles.join('; '),
  kind: ({ facts }) => facts.kind,
  makers: ({ facts }) => facts.makers.map(({ name }) => name).join('; '),
  date: ({ facts }) => facts.date,
  material: ({ facts }) => facts.material,
  dimensions: ({ facts }) => facts.dimensions,
  origin: ({ facts }) => facts.origin,
  rights: ({ facts }) => facts.rights,
  creditLine: ({ facts }) => facts.creditLine,
  provenance: ({ facts }) => facts.provenance,
  description: ({ facts }) => facts.description,
  image: ({ facts }) => facts.image,
}

/**
 * The whole register as CSV (RFC 4180) in UTF-8 with its mark, for the staff who keep it; its headings are those by which
 * a register is read in again.
 */
export async function* registerCsv(db: Db, institution: string, lang: Language): AsyncGenerator<string> {
  const say = words(lang)
  const headings = objectFieldIds.map(id => fieldLabel(id, lang))
  yield `${byteOrderMark}${csvLine([...headings, say.shownColumn, say.entered])}`
  for await (const lines of wholeRegister(db, institution)) {
    yield lines
      .map(line =>
        csvLine([
          ...objectFieldIds.map(id => cellOf[id](line) ?? ''),
          say.shownState[line.shown ? 'everyone' : 'staff'],
          formatDate(localDateAt(line.enteredAt), lang),
        ]),
      )
      .join('')
  }
}
