import type { CopiesRefusal } from './add-copies.ts'
import type { BookProblem } from './book-form.ts'
import type { CopyRefusal } from './change-copy.ts'
import type { CorrectRefusal } from './correct-edition.ts'
import type { DescribeRefusal } from './describe-edition.ts'
import type { GroupRefusal } from './group-editions.ts'

/** Why something is not done, but for a book that is there already, which is shown, and what the codec says of a record. */
export type CataloguingRefusal =
  | BookProblem
  | Exclude<CopiesRefusal | DescribeRefusal | CorrectRefusal, { code: 'already-there' | 'not-writable' }>
  | CopyRefusal
  | GroupRefusal
  | { readonly code: 'no-institution' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'no-judgement' }
