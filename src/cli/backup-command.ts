import { stat } from 'node:fs/promises'
import { BackupRefused, writeBackup } from '../platform/backup/index.ts'
import { dataMajorOf } from '../platform/database/place.ts'
import { type Command, exit } from './command.ts'
import { count, octets } from './figures.ts'
import { noteBackup } from './last-backup.ts'
import { filesOf, inHouse } from './open.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE',
  options: {},
  names: [1, 1],
  run: async call => {
    const { config, terminal, words, lang, signal } = call
    // Looking for something to back up must not make it.
    if (config.databaseUrl === null && dataMajorOf(config.dataDir) === null) {
      throw new BackupRefused({ code: 'nothing-yet' })
    }
    const target = call.path(call.names[0] ?? '')
    const manifest = await inHouse(
      call,
      'command',
      ({ house }) =>
        writeBackup({
          url: house.urls.owner,
          files: filesOf(config),
          target,
          now: new Date(),
          report: (what, written) => {
            signal.throwIfAborted()
            terminal.progress(words.backup.writing(what, octets(written, lang)))
          },
        }),
      { upgraded: false },
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { size } = await stat(target)
    noteBackup(config.dataDir, target, new Date(manifest.createdAt))
    terminal.line(
      words.backup.written(target, octets(size, lang), count(rows, lang), count(manifest.files.length, lang)),
    )
    if (manifest.missingFiles.length > 0) terminal.complaint(words.backup.missing(manifest.missingFiles))
    terminal.line(words.backup.keepSafe)
    return exit.done
  },
}
