export { countPeople, type PeopleAsked, type PeriodOverYears } from './count-people.ts'
export { anyVoided, type ObjectSum, type StandingFact, standingFacts, sumByObject } from './counted-store.ts'
export { type Fact, type FeedPosition, feedStart, type NewFact, type Verb, verbs } from './fact.ts'
export { type FrozenCount, frozenCounts, frozenYears, yearsWithFacts } from './freeze-store.ts'
export { type FreezeRefusal, freezeYear } from './freeze-year.ts'
export { freezeSentence, verbName } from './messages.ts'
export { record, voidFacts } from './record.ts'
export {
  type BareFact,
  bareFacts,
  factsAfter,
  factsOfAct,
  factsOfPerson,
  feedEnd,
  type MonthSum,
  type Sum,
  sumEveryMonth,
  sumFacts,
  sumMonths,
  unlinkFacts,
  unlinkPerson,
} from './store.ts'
