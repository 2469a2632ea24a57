import { mayAt, type Viewer } from '../../kernel/viewer.ts'
import type { Db } from '../../platform/database/database.ts'
import { groupingOf } from './grouping-view.ts'
import type { WorkStaffView } from './work-staff.tsx'
import type { WorkView } from './work-view.ts'

/** What this viewer may do about the work; null for those who do not catalogue anywhere. */
export async function workStaffView(db: Db, viewer: Viewer, { editions }: WorkView): Promise<WorkStaffView | null> {
  if (!viewer.rights.some(held => held.right === 'catalogue')) return null
  return {
    groupedBy: await groupingOf(db, editions),
    editions: editions.map(edition => ({ edition, correctable: mayAt(viewer, 'catalogue', edition.owner) })),
  }
}
