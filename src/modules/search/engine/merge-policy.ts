/** What the policy knows of a part. */
export interface PartSize {
  readonly living: number
  readonly dead: number
}

/** Parts of like size that become one. Each document is thus copied about once for every fourfold growth. */
const partsPerTier = 4
/** A part with more than this share of dead documents is written anew. */
const deadShare = 0.3

const tierOf = (living: number): number => Math.floor(Math.log(Math.max(1, living)) / Math.log(partsPerTier))

/** Which parts should become one now: the smallest tier that is full, or a part that is mostly past; else none. */
export function partsToMerge(parts: readonly PartSize[]): number[] {
  const tiers = new Map<number, number[]>()
  parts.forEach((part, at) => {
    const tier = tierOf(part.living)
    tiers.set(tier, [...(tiers.get(tier) ?? []), at])
  })
  const full = [...tiers].sort(([a], [b]) => a - b).find(([, members]) => members.length >= partsPerTier)
  if (full !== undefined) return full[1]
  const past = parts.findIndex(({ living, dead }) => dead > (living + dead) * deadShare)
  return past < 0 ? [] : [past]
}
