import type { Language } from '../kernel/language.ts'
import { textIn } from '../kernel/localized-text.ts'
import { forgetPersonInSignUps, ownActivitiesPart, signUpRecords } from '../modules/activities/index.ts'
import { forgetHelp, helpPart, helpRecords } from '../modules/assistance/index.ts'
import {
  deskAt,
  forgetReader,
  loanRecords,
  OwnLoans,
  OwnSlips,
  openThingsOf,
  ownLines,
  ownSlips,
  ReturnedLoans,
  slipRecords,
} from '../modules/circulation/index.ts'
import { institutionsByIds } from '../modules/institutions/index.ts'
import { cardContactPath, forgetNoticesOf, letterRecords, ownLettersPart } from '../modules/notices/index.ts'
import { factsOfPerson, unlinkPerson, verbName } from '../modules/participation/index.ts'
import { findPerson, type OwnRecords, type PeoplePort } from '../modules/people/index.ts'
import { newId } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { listEntries } from '../platform/journal/index.ts'
import type { World } from '../platform/world.ts'
import { staffHomePath } from './site.ts'
import { appWords } from './words.ts'

/** More than one person does in years; a file has to end. */
const mostRecords = 5000
const returnedShown = 50

const fieldsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([key, label]) => ({ key, label }))

/** The facts that still lead to this person. */
async function factRecords(db: Db, person: string, lang: Language): Promise<OwnRecords> {
  const say = appWords(lang)
  const facts = await factsOfPerson(db, person, mostRecords)
  const places = await institutionsByIds(db, [...new Set(facts.map(fact => fact.institution))])
  const names = new Map(places.map(place => [place.id, textIn(place.name, lang).text]))
  return {
    key: 'facts',
    title: say.ownFacts,
    fields: fieldsOf(say.ownFactFields),
    records: facts.map(fact => ({
      on: fact.occurredOn,
      what: verbName(fact.verb, lang),
      institution: names.get(fact.institution) ?? '—',
      quantity: fact.quantity,
    })),
  }
}

/** What they did themselves, as the journal has it. */
async function actRecords(db: Db, person: string, lang: Language): Promise<OwnRecords> {
  const say = appWords(lang)
  const entries = await listEntries(db, { institutions: null, actor: person, limit: mostRecords })
  return {
    key: 'acts',
    title: say.ownActs,
    fields: fieldsOf(say.ownActFields),
    records: entries.map(({ type, occurredAt }) => ({ at: occurredAt, act: say.acts[type] ?? type })),
  }
}

/** What people need of the modules after them. */
export const peoplePort = (world: World): PeoplePort => ({
  staffHome: staffHomePath,
  deskPath: (code, card) => deskAt(code, 'muon', card),
  contactPath: cardContactPath,
  ownParts: async (c, person) => {
    const { lang, now } = c.var
    const { database } = world
    const say = appWords(lang)
    const { open, returned } = await ownLines(database, person, now, lang)
    const keeps = (await findPerson(database, person))?.keepsHistory ?? false
    const slips = await ownSlips(database, c, person)
    const helped = await helpPart(database, person, lang, type => say.acts[type] ?? type)
    return [
      { title: say.myLoans, content: <OwnLoans lang={lang} loans={open} newAct={newId} /> },
      ...(keeps
        ? [{ title: say.returnedByMe, content: <ReturnedLoans lang={lang} loans={returned.slice(0, returnedShown)} /> }]
        : []),
      await ownActivitiesPart(database, c, person),
      await ownLettersPart(world, c, person),
      ...(slips.length === 0
        ? []
        : [{ title: appWords(lang).mySlips, content: <OwnSlips lang={lang} slips={slips} /> }]),
      ...(helped === null ? [] : [helped]),
    ]
  },
  ownRecords: async (db, person, lang) => [
    await loanRecords(db, person, world.clock.now(), lang),
    await slipRecords(db, person, lang),
    await signUpRecords(db, person, lang),
    ...(await letterRecords(db, person, lang)),
    await factRecords(db, person, lang),
    await helpRecords(db, person, lang, type => appWords(lang).acts[type] ?? type),
    await actRecords(db, person, lang),
  ],
  openThings: (db, person, lang) => openThingsOf(db, person, world.clock.now(), lang),
  forget: async (tx, person) => {
    await forgetReader(tx, person)
    await forgetNoticesOf(tx, person)
    await forgetPersonInSignUps(tx, person, world.clock.now())
    await forgetHelp(tx, person)
    await unlinkPerson(tx, person)
  },
  acts: lang => Object.entries(appWords(lang).acts).map(([type, name]) => ({ type, name })),
})
