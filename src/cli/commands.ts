import { adminCreateCommand } from './admin-command.ts'
import { backupCommand } from './backup-command.ts'
import type { Command } from './command.ts'
import { demoCommands } from './demo-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { figuresCommand, freezeCommand } from './figures-command.ts'
import { importCommands } from './import-command.ts'
import { indexStatusCommand, rebuildCommand } from './index-command.ts'
import { restoreCommand } from './restore-command.ts'
import { searchEvalCommand } from './search-eval-command.ts'
import { serveCommand } from './serve-command.ts'

/** Everything that can be asked of the program, in the order of its help. */
export const commands: readonly Command[] = [
  serveCommand,
  doctorCommand,
  adminCreateCommand,
  ...importCommands,
  rebuildCommand,
  indexStatusCommand,
  searchEvalCommand,
  figuresCommand,
  freezeCommand,
  backupCommand,
  restoreCommand,
  ...demoCommands,
]
