import type { SendMailOptions } from 'nodemailer'
import type { Letter } from './mail.ts'

/** The letter as nodemailer takes it: text alone, nothing attached, nothing fetched. */
export const composed = (from: string, letter: Letter, now: Date): SendMailOptions => ({
  from,
  to: { name: '', address: letter.to },
  subject: letter.subject,
  text: letter.text,
  date: now,
  messageId: `<${letter.id}@${domainOf(from)}>`,
  // Answering machines leave such letters alone. RFC 3834.
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': letter.language,
    ...(letter.leave === null
      ? {}
      : {
          'List-Unsubscribe': { prepared: true, value: `<${letter.leave}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
  },
  textEncoding: 'quoted-printable',
  disableFileAccess: true,
  disableUrlAccess: true,
})

const domainOf = (from: string): string => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
