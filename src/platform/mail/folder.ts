import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { composed } from './compose.ts'
import { type Mail, MailRefused } from './mail.ts'

const keptDays = 30

/** `20261124T020000Z-<id>.eml`, so that a folder listing is in the order of sending. */
const nameOf = (id: string, now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${id}.eml`

/** Letters hold names and titles: after thirty days they go. */
async function dropOld(folder: string, now: Date): Promise<void> {
  const oldest = nameOf('', new Date(now.getTime() - keptDays * 86_400_000)).slice(0, 15)
  for (const name of await readdir(folder)) {
    if (/^\d{8}T\d{6}Z-.*\.eml$/.test(name) && name.slice(0, 15) < oldest) await rm(join(folder, name), { force: true })
  }
}

/** Keeps each letter as a file that mail programs open: for development, and until there is a mail server. */
export function folderMail(folder: string, from: string, now: () => Date): Mail {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    kind: 'folder',
    send: async letter => {
      const at = now()
      const { message } = await transport.sendMail(composed(from, letter, at))
      if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave a stream where a buffer was asked for')
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const draft = join(folder, `draft-${letter.id}`)
        await writeFile(draft, message, { mode: 0o600 })
        await rename(draft, join(folder, nameOf(letter.id, at)))
        await dropOld(folder, at)
      } catch (error) {
        throw new MailRefused(error instanceof Error && 'code' in error ? String(error.code) : 'unknown', false)
      }
    },
    close: () => transport.close(),
  }
}
