import { existsSync } from 'node:fs'
import { localDateAt } from '../kernel/local-date.ts'
import { staffSafety } from '../modules/people/index.ts'
import { runFolder } from '../platform/database/folder.ts'
import { servingLease } from '../platform/database/leases.ts'
import { appliedThrough, migrationsFolder, readMigrations } from '../platform/database/migrate.ts'
import { readNode } from '../platform/database/node.ts'
import { serverMajor } from '../platform/database/ping.ts'
import { dataMajorOf } from '../platform/database/place.ts'
import { HouseRefused } from '../platform/database/refusal.ts'
import { listEntries } from '../platform/journal/index.ts'
import { type Call, type Command, exit } from './command.ts'
import {
  type Doctor,
  type Finding,
  lookAtBackups,
  lookAtClock,
  lookAtDisk,
  lookAtDoor,
  lookAtFolder,
  lookAtIndex,
  lookAtMail,
  lookAtNode,
  lookAtStaff,
  note,
} from './doctor.ts'
import { doctorEn } from './doctor-words.en.ts'
import { doctorVi } from './doctor-words.vi.ts'
import { sentenceOf } from './failure.ts'
import { lastBackup } from './last-backup.ts'
import { inHouse, type Opened } from './open.ts'

/** Whether there is anything to look at; looking alone must not make a data folder. */
const wasStarted = ({ dataDir, databaseUrl }: Doctor['config']): boolean =>
  existsSync(dataDir) && (databaseUrl !== null || dataMajorOf(dataDir) !== null)

async function lookInside(doctor: Doctor, { world: { database } }: Opened): Promise<Finding[]> {
  const { config, words, now } = doctor
  const serving = servingLease(runFolder(config.dataDir))
  const found: Finding[] = [
    { level: 'well', text: words.database(await serverMajor(database)) },
    note(serving === null ? words.notServing : words.serving(serving.mark.pid, serving.address)),
  ]
  const [through, known] = [await appliedThrough(database), readMigrations(migrationsFolder).length]
  if (through > known) throw new HouseRefused({ code: 'newer-database', applied: through, known })
  if (through < known) return [...found, note(words.migrationsPending(through, known))]
  const { demo } = await readNode(database)
  const [newest] = await listEntries(database, { institutions: null, limit: 1 })
  return [
    ...found,
    { level: 'well', text: words.migrations(through) },
    ...lookAtIndex(doctor),
    ...lookAtStaff(doctor, await staffSafety(database, localDateAt(now)), demo),
    ...lookAtBackups(doctor, lastBackup(config.dataDir), demo),
    ...lookAtClock(doctor, newest?.recordedAt ?? null),
  ]
}

async function lookAtDatabase(call: Call, doctor: Doctor): Promise<Finding[]> {
  try {
    return await inHouse(call, 'command', opened => lookInside(doctor, opened), { upgraded: false })
  } catch (error) {
    const why = sentenceOf(error, call.lang, call.config)
    if (why === null) throw error
    // The sentence says what mends it.
    return [{ level: 'mend', text: why }]
  }
}

const signs: Readonly<Record<Finding['level'], string>> = { well: '✔', note: '·', mend: '✖' }

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  options: {},
  names: [0, 0],
  run: async call => {
    const { config, lang, terminal } = call
    const words = lang === 'en' ? doctorEn : doctorVi
    const doctor: Doctor = { config, words, lang, now: new Date() }
    const findings = [...lookAtNode(doctor), ...lookAtDoor(doctor), ...lookAtMail(doctor)]
    if (wasStarted(config)) {
      findings.push(...lookAtFolder(doctor), ...lookAtDisk(doctor), ...(await lookAtDatabase(call, doctor)))
    } else findings.push({ level: 'note', text: words.notStarted(config.dataDir), mend: 'npm start' })
    for (const { level, text, mend } of findings) {
      terminal.line(`${signs[level]} ${text}`)
      if (mend !== undefined) terminal.line(`    ${words.mend(mend)}`)
    }
    const broken = findings.filter(({ level }) => level === 'mend').length
    terminal.line(broken === 0 ? words.allWell : words.toMend(broken))
    return broken === 0 ? exit.done : exit.failed
  },
}
