import type { Language } from '../kernel/language.ts'
import { count, decimal } from './figures.ts'
import type { Words } from './messages.ts'
import { mean, type Relevance, type SliceRelevance } from './relevance.ts'

/** The value that `share` of all are not above: the nearest rank, no mean of two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** A line for each slice, one for their mean; latencies in milliseconds. */
export function relevanceTable(
  slices: ReadonlyMap<string, SliceRelevance>,
  latencies: ReadonlyMap<string, readonly number[]>,
  { words, lang }: { readonly words: Words; readonly lang: Language },
): string[] {
  const { slice, queries, macro } = words.searchEval
  const figures = (one: Relevance) => [one.ndcg10, one.mrr, one.recall20].map(value => decimal(value, 3, lang))
  const times = (all: readonly number[]) => [0.5, 0.99].map(share => decimal(percentile(all, share), 1, lang))
  const rows = [
    [slice, queries, 'nDCG@10', 'MRR', 'recall@20', 'p50 ms', 'p99 ms'],
    ...[...slices].map(([name, one]) => [
      name,
      count(one.queries, lang),
      ...figures(one),
      ...times(latencies.get(name) ?? []),
    ]),
    [macro, '', ...figures(mean([...slices.values()])), ...times([...latencies.values()].flat())],
  ]
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => (row[at] ?? '').length)))
  return rows.map(row =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
}
