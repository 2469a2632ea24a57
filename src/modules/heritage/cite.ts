import type { MuseumObject } from './object.ts'
import { saysUnknown } from './object-date.ts'

/** How an object is named in a list of sources: Makers (date). Title. Number, keeper. What is not known is left out; where
 *  no maker is known the title leads, as in APA style. */
export function citation({ facts, accessionNumber }: MuseumObject, keeper: string): string {
  const makers = facts.makers
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
  const date = facts.date === null || saysUnknown(facts.date) ? '' : `(${facts.date})`
  const title = facts.title[0]?.text ?? ''
  const parts = [
    ...(makers === '' ? [`${title} ${date}`.trim()] : [`${makers} ${date}`.trim(), title]),
    [accessionNumber ?? '', keeper].filter(Boolean).join(', '),
  ].filter(Boolean)
  return parts.map(part => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
}
