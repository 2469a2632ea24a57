import type { Sentences } from '../../kernel/sentences.ts'
import type { JsonLinesProblem } from './problem.ts'

export const en: Sentences<JsonLinesProblem> = {
  'not-json': () =>
    'This line is not well-formed JSON, so it was not taken. Every record must stand on one line; please export the file as JSON Lines.',
  'not-an-object': () => 'This line is JSON, but no record of names and values, so it was not taken.',
  'not-utf8': () => 'The text of this line is not UTF-8, so it was not taken. Please save the file as UTF-8.',
  'too-deep': ({ limit }) => `This line is nested over ${limit} levels and was not read.`,
  'line-too-long': ({ octets, limit }) =>
    `This line has ${octets} bytes, over the limit of ${limit}, and was not read. Please see whether a picture or a file was copied into the record.`,
  'cut-at-end': () => 'The file is cut off in its last line; it may not be complete. Please copy it again.',
}
