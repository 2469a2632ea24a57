export { type Fact, type FeedPosition, feedStart, type NewFact, type Verb, verbs } from './fact.ts'
export { record, voidFacts } from './record.ts'
export { factsAfter, factsOfAct, factsOfPerson, type Sum, sumFacts, unlinkFacts, unlinkPerson } from './store.ts'
