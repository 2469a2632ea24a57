import type { LocalizedText } from '../../kernel/localized-text.ts'

/** Who made it, or where no name is known the workshop or people, as the register says it. */
export interface Maker {
  readonly name: string
  /** The register's own word, as in "dệt"; null when it gives none. */
  readonly role: string | null
}

/** Everything that a register says of an object; what a page shows but for `provenance`, which stays in the house. */
export interface ObjectFacts {
  readonly title: LocalizedText
  readonly otherTitles: readonly string[]
  /** Object name or class: "gùi", "trang phục". */
  readonly kind: string | null
  readonly makers: readonly Maker[]
  /** As the register writes it: "đầu thế kỷ 20". */
  readonly date: string | null
  /** The same in EDTF, when it can be read with certainty. */
  readonly edtf: string | null
  /** Only where the date is known within some decades: what lists are filtered by. */
  readonly year: number | null
  readonly material: string | null
  readonly dimensions: string | null
  /** Where it was made, used or found, in the register's words. */
  readonly origin: string | null
  readonly rights: string | null
  readonly creditLine: string | null
  /** From whom and how it came: names private persons and find spots, so only staff read it. */
  readonly provenance: string | null
  readonly description: string | null
  /** Name of the file of its picture, never an address. */
  readonly image: string | null
}

/** An object as a file or a form describes it. */
export interface DescribedObject {
  /** Số kiểm kê, số đăng ký; null where the list has none yet. */
  readonly accessionNumber: string | null
  readonly facts: ObjectFacts
}

/** Whom an object is shown to. */
export type Shown = 'everyone' | 'staff'

/** An object in the register of its institution. */
export interface MuseumObject extends DescribedObject {
  readonly id: string
  readonly institution: string
  readonly shown: Shown
  /** Whether the institution itself decided whom it is shown to; otherwise the rule for ritual things did. */
  readonly decided: boolean
  readonly batch: string | null
  readonly enteredAt: Date
}
