import { join } from 'node:path'
import { folderMail } from './folder.ts'
import type { Mail, MailSettings } from './mail.ts'
import { serverMail } from './server.ts'

export { type Letter, type Mail, MailRefused, type MailSettings } from './mail.ts'

/** The folder in which letters are kept while there is no mail server. */
export const mailFolder = (dataDir: string): string => join(dataDir, 'thu')

/** A mail server where one is set, a folder of the data otherwise. Nothing is opened before the first letter. */
export const openMail = (settings: MailSettings, dataDir: string, now: () => Date): Mail =>
  settings.url === null
    ? folderMail(mailFolder(dataDir), settings.from, now)
    : serverMail(settings.url, settings.from, now)
