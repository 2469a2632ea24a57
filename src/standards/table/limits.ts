/** What a reader holds and takes at most. Sizes in octets, lengths in UTF-16 units. */
export interface TableLimits {
  readonly rows: number
  readonly columns: number
  readonly cellUnits: number
  readonly rowUnits: number
  /** The entries of a ZIP. */
  readonly entries: number
  /** All parts of a workbook that are read, inflated, together. */
  readonly inflatedOctets: number
  /** Inflated by compressed size of a part over 1 MiB. */
  readonly ratio: number
  /** The shared strings of a workbook, which stay in memory while it is read. */
  readonly sharedUnits: number
}

/** 1,048,576 rows are the most that a sheet of Excel has. A catalogue of 45,000 books inflates to 27 MB, ten times what
 *  it is compressed; reading as much as is allowed takes some twenty seconds. */
export const tableLimits: TableLimits = {
  rows: 1_048_576,
  columns: 1024,
  cellUnits: 1 << 18,
  rowUnits: 1 << 20,
  entries: 2000,
  inflatedOctets: 1 << 28,
  ratio: 100,
  sharedUnits: 1 << 25,
}
