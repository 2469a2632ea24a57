import { localDateAt } from '../kernel/local-date.ts'
import { institutionByCode, libraries } from '../modules/institutions/index.ts'
import { readNode } from '../platform/database/node.ts'
import type { World } from '../platform/world.ts'
import { type Call, Failed, textOption } from './command.ts'

/** The library of the province in the demonstration. */
const demoOwner = 'TVT'

/** Whose records these become: as asked, the only library, or the demonstration's provincial library. */
export async function owningInstitution(call: Call, world: World): Promise<string> {
  const { words } = call
  const all = await libraries(world.database, localDateAt(world.clock.now()))
  const codes = all.map(library => library.code)
  const asked = textOption(call, 'institution')?.toUpperCase() ?? null
  if (asked !== null) {
    const found = await institutionByCode(world.database, asked)
    if (found === null) throw new Failed(words.import.unknownInstitution(asked, codes))
    return found.id
  }
  const [only] = all
  if (only !== undefined && all.length === 1) return only.id
  const { demo } = await readNode(world.database)
  const own = demo ? all.find(library => library.code === demoOwner) : undefined
  if (own === undefined) throw new Failed(words.import.noInstitution(codes))
  return own.id
}
