import type { MuseumObject } from './object.ts'
import { saysUnknown } from './object-date.ts'

/** How an object is named in a list of sources: makers (date). Title. Number, keeper. What is not known is left out. */
export function citation({ facts, accessionNumber }: MuseumObject, keeper: string): string {
  const makers = facts.makers
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
  const date = facts.date === null || saysUnknown(facts.date) ? '' : `(${facts.date})`
  const parts = [
    [makers, date].filter(Boolean).join(' '),
    facts.title[0]?.text ?? '',
    [accessionNumber ?? '', keeper].filter(Boolean).join(', '),
  ].filter(Boolean)
  return parts.map(part => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
}
