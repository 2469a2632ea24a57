import type { Note } from './import-batch.ts'
import type { PackedRefusal } from './refusal.ts'

/** A problem that ends the reading of a file: what was found before is not all. */
export class Unreadable extends Error {
  readonly note: Note
  constructor(note: Note) {
    super(note.code)
    this.note = note
  }
}

/** Why a packed file cannot be unpacked to its end. */
export class Unpackable extends Unreadable {
  readonly why: PackedRefusal
  constructor(why: PackedRefusal) {
    super(why)
    this.why = why
  }
}
