import type { LocalDate } from '../../kernel/local-date.ts'
import { addDays, localDateAt } from '../../kernel/local-date.ts'
import { type LocalizedText, textIn } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { perform } from '../../platform/journal/index.ts'
import type { Institution } from './institution.ts'
import type { InstitutionsPort, InstitutionsWorld } from './port.ts'
import { institutionById } from './store.ts'
import { keepFormerName, lockInstitution, updateInstitution } from './write-store.ts'

/** What the edit form may change. */
export type Changes = Pick<
  Institution,
  'name' | 'about' | 'contacts' | 'hours' | 'languages' | 'accessibility' | 'policy'
>

export interface ChangeAct {
  readonly id: string
  readonly actor: string | null
  readonly institution: string
  readonly changes: Changes
  /** A slip of the pen is mended without a trace among the names; a new name leaves the old one behind. */
  readonly nameWas: 'misspelt' | 'renamed'
}

export type ChangeRefusal = { readonly code: 'institution-gone' }

/** Changes what an institution says about itself. A name that ends is kept with its last day, yesterday. */
export async function changeInstitution(
  world: InstitutionsWorld,
  port: InstitutionsPort,
  act: ChangeAct,
): Promise<Result<{ readonly institution: string }, ChangeRefusal>> {
  const now = world.clock.now()
  const { institution: id, changes, nameWas } = act
  return perform(
    world.database,
    {
      id: act.id,
      type: 'institutions.change',
      version: 1,
      actor: act.actor,
      institution: id,
      occurredAt: now,
      payload: { institution: id, nameWas, changes: JSON.parse(JSON.stringify(changes)) },
    },
    async tx => {
      const before = (await lockInstitution(tx, id)) ? await institutionById(tx, id) : null
      if (before === null) return refused([{ code: 'institution-gone' as const }])
      const after = { ...before, ...changes }
      if (nameWas === 'renamed' && isRenamed(before.name, after.name)) {
        await keepFormerName(tx, id, before.name, lastDayOf(before, localDateAt(now)))
      }
      await updateInstitution(tx, after)
      await port.onChanged(tx, [after])
      return ok({ institution: id })
    },
  )
}

const isRenamed = (before: LocalizedText, after: LocalizedText): boolean =>
  textIn(before, 'vi').text !== textIn(after, 'vi').text

/** Yesterday, but never before the institution itself. */
const lastDayOf = (institution: Institution, today: LocalDate): LocalDate => {
  const yesterday = addDays(today, -1)
  return yesterday < institution.validFrom ? institution.validFrom : yesterday
}
