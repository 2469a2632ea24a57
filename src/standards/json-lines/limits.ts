export interface JsonLinesLimits {
  /** The longest line, in octets; also the most that is held. */
  readonly lineOctets: number
  /** How deep objects and lists may stand in each other, the record itself being 1. */
  readonly depth: number
}

/** The longest records of museums that we know have 40 KB, six levels deep. */
export const jsonLinesLimits: JsonLinesLimits = { lineOctets: 1 << 20, depth: 64 }
