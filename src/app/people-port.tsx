import { localDateAt } from '../kernel/local-date.ts'
import { deskAt, Loans, loanLines, openLoansOf } from '../modules/circulation/index.ts'
import { ownLettersPart } from '../modules/notices/index.ts'
import type { PeoplePort } from '../modules/people/index.ts'
import type { World } from '../platform/world.ts'
import { staffHomePath } from './site.ts'
import { appWords } from './words.ts'

/** What people need of the modules after them. */
export const peoplePort = (world: World): PeoplePort => ({
  staffHome: staffHomePath,
  deskPath: (code, card) => deskAt(code, 'muon', card),
  ownParts: async (c, person) => {
    const { lang, now } = c.var
    const { database } = world
    const loans = await loanLines(database, await openLoansOf(database, person), localDateAt(now), lang)
    const title = appWords(lang).myLoans
    return [
      { title, content: <Loans lang={lang} caption={title} loans={loans} empty={appWords(lang).noLoansOfMine} /> },
      await ownLettersPart(world, c, person),
    ]
  },
  acts: lang => Object.entries(appWords(lang).acts).map(([type, name]) => ({ type, name })),
})
