export type { JsonLinesLimits } from './limits.ts'
export { jsonLinesWords } from './messages.ts'
export type { JsonLinesOutcome, JsonLinesProblem, JsonObject } from './problem.ts'
export { createJsonLinesReader, type JsonLinesReader } from './reader.ts'
