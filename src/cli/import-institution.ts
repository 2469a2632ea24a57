import { type LocalDate, localDateAt } from '../kernel/local-date.ts'
import type { RegisterName } from '../modules/imports/index.ts'
import { holdingInstitutions, institutionByCode, kinds, libraries } from '../modules/institutions/index.ts'
import { readNode } from '../platform/database/node.ts'
import type { World } from '../platform/world.ts'
import { type Call, Failed, textOption } from './command.ts'

/** The provincial library and museum of the demonstration. */
const demoOwner: Readonly<Record<RegisterName, string>> = { catalogue: 'TVT', heritage: 'BTT' }

/** Whose records these become: as asked, the only library or museum, or the demonstration's provincial one. */
export async function owningInstitution(call: Call, world: World, register: RegisterName): Promise<string> {
  const { words } = call
  const today = localDateAt(world.clock.now())
  const all = register === 'catalogue' ? await libraries(world.database, today) : await museums(world, today)
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
  const own = demo ? all.find(library => library.code === demoOwner[register]) : undefined
  if (own === undefined) throw new Failed(words.import.noInstitution(codes))
  return own.id
}

const museums = async (world: World, today: LocalDate) =>
  (await holdingInstitutions(world.database, today)).filter(
    ({ kind }) => kinds.find(({ id }) => id === kind)?.family === 'museum',
  )
