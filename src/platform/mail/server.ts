import nodemailer from 'nodemailer'
import { composed } from './compose.ts'
import { type Mail, MailRefused } from './mail.ts'

const patienceMs = 20_000

/** What an error of nodemailer carries; RFC 5321, 4.2.1: a reply 5yz is for good. */
function refusal(error: unknown): MailRefused {
  const { responseCode, code }: { responseCode?: unknown; code?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  // A login that the server does not know is a setting to mend, not a wrong address.
  const ofAddress = code === 'EENVELOPE' || code === 'EMESSAGE'
  const forGood = ofAddress && typeof responseCode === 'number' && responseCode >= 500
  const reason = typeof responseCode === 'number' ? String(responseCode) : typeof code === 'string' ? code : 'unknown'
  return new MailRefused(reason, forGood)
}

/** A name and password go over a network only when the line is encrypted (RFC 3207), or not at all. */
function mustEncrypt(url: string): boolean {
  const { protocol, username, hostname } = new URL(url)
  return protocol === 'smtp:' && username !== '' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
}

/** Hands letters to a mail server (RFC 5321); `url` carries its name and password and is written down nowhere. */
export function serverMail(url: string, from: string, now: () => Date): Mail {
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    requireTLS: mustEncrypt(url),
    ...timeouts,
  })
  return {
    kind: 'server',
    send: async letter => {
      try {
        await transport.sendMail(composed(from, letter, now()))
      } catch (error) {
        throw refusal(error)
      }
    },
    close: () => transport.close(),
  }
}
