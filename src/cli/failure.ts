import { CannotListen } from '../app/listen.ts'
import type { Language } from '../kernel/language.ts'
import { say } from '../kernel/sentences.ts'
import { BackupRefused, backupRefusalsEn, backupRefusalsVi } from '../platform/backup/index.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { isDiskFullError } from '../platform/database/folder.ts'
import { HouseRefused, houseRefusalsEn, houseRefusalsVi } from '../platform/database/refusal.ts'
import { Failed } from './command.ts'
import { wordsOf } from './messages.ts'

const house = { vi: houseRefusalsVi, en: houseRefusalsEn }
const backup = { vi: backupRefusalsVi, en: backupRefusalsEn }

/** PostgreSQL's 53100: no space on the disk that holds its data. */
const isDiskFull = (error: unknown): boolean =>
  isDiskFullError(error) || (error instanceof Error && 'code' in error && error.code === '53100')

/** Says in a sentence what went wrong and what mends it; null for a fault that nobody foresaw. */
export function sentenceOf(error: unknown, lang: Language, config: Config | null): string | null {
  const words = wordsOf(lang).failure
  if (error instanceof HouseRefused) return say(house[lang], error.refusal)
  if (error instanceof BackupRefused) return say(backup[lang], error.refusal)
  if (error instanceof ConfigError || error instanceof Failed) return error.message
  if (isDiskFull(error)) return say(house[lang], { code: 'disk-full', dataDir: config?.dataDir ?? 'DATA_DIR' })
  if (!(error instanceof CannotListen) || config === null) return null
  return words[error.code](config.host, config.port)
}
