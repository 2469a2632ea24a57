import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { startSmtp } from '../../../tests/support/smtp.ts'
import { ConfigError, readConfig } from '../config.ts'
import { type Letter, MailRefused, mailFolder, openMail } from './index.ts'

const letter: Letter = {
  id: '01930000-0000-7000-8000-000000000001',
  to: 'may@example.vn',
  subject: 'Ngày 26/11/2026 đến hạn trả “Truyện cổ các dân tộc Tây Bắc, kể cho thiếu nhi”',
  text: 'Chào bạn,\n\n.một dòng bắt đầu bằng dấu chấm\n\nHạn trả: 26/11/2026\n',
  language: 'vi',
  leave: 'https://thuvien.example.vn/thu/thoi/AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrSt',
}
const from = 'Thư viện tỉnh <thu-vien@example.vn>'

/** The lines of a head as they were before they were folded. */
const unfolded = (wire: string): string => (wire.split(/\r?\n\r?\n/)[0] ?? '').replaceAll(/\r?\n[ \t]/g, ' ')

const decoded = (words: string): string =>
  words
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?(Q|B)\?([^?]*)\?=/gi, (_all, coding: string, text: string) =>
      coding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9A-F]{2})/g, (_hex, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString(),
    )

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()

function looksRight(wire: string): void {
  const head = unfolded(wire)
  const line = (name: string): string => decoded(new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? '')
  assert.equal(line('Subject'), letter.subject)
  assert.equal(line('From'), from)
  assert.equal(line('To'), 'may@example.vn')
  assert.equal(line('List-Unsubscribe').replaceAll(' ', ''), `<${letter.leave}>`)
  assert.equal(line('List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click')
  assert.equal(line('Auto-Submitted'), 'auto-generated')
  assert.equal(line('Content-Language'), 'vi')
  assert.equal(line('Content-Type'), 'text/plain; charset=utf-8')
  assert.equal(line('Message-ID'), `<${letter.id}@example.vn>`)
  assert.match(line('Date'), /^Tue, 24 Nov 2026/)
  const body = wire
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n\n')
  assert.equal(quotedPrintable(body).trim(), letter.text.trim())
  for (const sent of wire.split(/\r?\n/)) assert.match(sent, /^[\t\x20-\x7e]{0,998}$/)
}

describe('letters kept as files', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'thu-'))
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  it('lie in a folder of their owner’s alone, in the order of sending, for thirty days', async () => {
    let now = new Date('2026-11-24T02:00:00Z')
    const mail = openMail({ url: null, from }, dataDir, () => now)
    assert.equal(mail.kind, 'folder')
    await mail.send(letter)
    const folder = mailFolder(dataDir)
    const [name = ''] = readdirSync(folder)
    assert.equal(name, `20261124T020000Z-${letter.id}.eml`)
    assert.equal(statSync(folder).mode & 0o777, 0o700)
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
    looksRight(readFileSync(join(folder, name), 'utf8'))
    now = new Date('2026-12-24T01:00:00Z')
    await mail.send({ ...letter, id: 'second' })
    assert.equal(readdirSync(folder).length, 2)
    now = new Date('2026-12-24T02:00:01Z')
    await mail.send({ ...letter, id: 'third' })
    assert.deepEqual(readdirSync(folder).sort(), ['20261224T010000Z-second.eml', '20261224T020001Z-third.eml'])
    mail.close()
  })
})

describe('letters handed to a mail server', () => {
  const at = () => new Date('2026-11-24T02:00:00Z')

  it('go over the wire as ASCII, with the Vietnamese of the subject and the text whole', async () => {
    const smtp = await startSmtp()
    const mail = openMail({ url: `smtp://127.0.0.1:${smtp.port}`, from }, '/nowhere', at)
    await mail.send(letter)
    mail.close()
    await smtp.close()
    assert.ok(smtp.heard.includes('MAIL FROM:<thu-vien@example.vn>'), smtp.heard.join('\n'))
    assert.ok(smtp.heard.includes('RCPT TO:<may@example.vn>'))
    const wire = smtp.heard.slice(smtp.heard.indexOf('DATA') + 1, smtp.heard.indexOf('.'))
    // A line that begins with a full stop goes with two (RFC 5321, 4.5.2).
    assert.ok(wire.some(line => line.startsWith('..')))
    looksRight(wire.map(line => line.replace(/^\./, '')).join('\r\n'))
  })

  it('are refused for good where the server does not know the address, without naming it', async () => {
    const smtp = await startSmtp(line => (line.startsWith('RCPT') ? '550 <may@example.vn> unknown' : null))
    const mail = openMail({ url: `smtp://127.0.0.1:${smtp.port}`, from }, '/nowhere', at)
    await assert.rejects(mail.send(letter), (error: unknown) => {
      assert.ok(error instanceof MailRefused)
      assert.deepEqual([error.reason, error.forGood, error.message.includes('may@')], ['550', true, false])
      return true
    })
    mail.close()
    await smtp.close()
  })

  it('are to be tried again where the server is busy, does not know us, or does not answer', async () => {
    const reasons: string[] = []
    const refusing = async (answer: (line: string) => string | null, login = '') => {
      const smtp = await startSmtp(answer)
      const mail = openMail({ url: `smtp://${login}127.0.0.1:${smtp.port}`, from }, '/nowhere', at)
      const error = await mail.send(letter).catch((refused: unknown) => refused)
      mail.close()
      await smtp.close()
      assert.ok(error instanceof MailRefused && !error.forGood)
      assert.doesNotMatch(String(error.stack), /mat-khau-bi-mat/)
      reasons.push(error.reason)
      return smtp.port
    }
    await refusing(line => (line.startsWith('RCPT') ? '451 later' : null))
    await refusing(line => (line.startsWith('AUTH') ? '535 no' : null), 'ten:mat-khau-bi-mat@')
    const port = await refusing(line => (line.startsWith('MAIL') ? '421 closing' : null))
    const gone = openMail({ url: `smtp://127.0.0.1:${port}`, from }, '/nowhere', at)
    await assert.rejects(gone.send(letter), (error: unknown) => error instanceof MailRefused && !error.forGood)
    gone.close()
    assert.deepEqual(reasons, ['451', '535', '421'])
  })
})

describe('the settings of mail', () => {
  const config = (environment: Record<string, string>) => readConfig(environment, [])

  it('are files from nobody in particular until somebody says more, and quiet from nine to seven', () => {
    const { mail, quietHours, publicUrl } = config({})
    assert.equal(mail.url, null)
    assert.deepEqual(quietHours, { from: 21 * 60, until: 7 * 60 })
    assert.equal(publicUrl, 'http://127.0.0.1:3000')
    assert.equal(config({ PUBLIC_URL: 'https://thuvien.example.vn/' }).publicUrl, 'https://thuvien.example.vn')
    assert.deepEqual(config({ MAIL_QUIET: '22:30-06:00' }).quietHours, { from: 1350, until: 360 })
  })

  it('are refused by name where they cannot be used, and no secret is told', () => {
    const url = 'smtps://ten:mat-khau-bi-mat@mail.example.vn:465'
    assert.deepEqual(config({ MAIL_URL: url, MAIL_FROM: from }).mail, { url, from })
    for (const [variable, environment] of [
      ['MAIL_URL', { MAIL_URL: 'https://ten:mat-khau-bi-mat@mail.example.vn', MAIL_FROM: from }],
      ['MAIL_FROM', { MAIL_URL: url }],
      ['MAIL_FROM', { MAIL_URL: url, MAIL_FROM: 'Thư viện\r\nBcc: x <a@b.vn>' }],
      ['MAIL_QUIET', { MAIL_QUIET: '21h-7h' }],
      ['PUBLIC_URL', { PUBLIC_URL: 'thuvien.example.vn' }],
    ] as const) {
      assert.throws(
        () => config(environment),
        (error: unknown) =>
          error instanceof ConfigError && error.variable === variable && !error.message.includes('bi-mat'),
      )
    }
  })
})
