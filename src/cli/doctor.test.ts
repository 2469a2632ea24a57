import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { type Config, readConfig } from '../platform/config.ts'
import {
  type Doctor,
  type Finding,
  lookAtBackups,
  lookAtClock,
  lookAtDoor,
  lookAtFolder,
  lookAtMail,
  lookAtNode,
  lookAtStaff,
} from './doctor.ts'
import { doctorVi } from './doctor-words.vi.ts'

const folder = mkdtempSync(join(tmpdir(), 'bac-thang-doctor-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const now = new Date('2026-11-24T03:00:00Z')
const doctor = (environment: Record<string, string> = {}, at = now): Doctor => {
  const config: Config = readConfig({ DATA_DIR: folder, ...environment }, [])
  return { config, words: doctorVi, lang: 'vi', now: at }
}
const levels = (findings: readonly Finding[]) => findings.map(({ level }) => level)

describe('doctor', () => {
  it('says which Node is better than the one that runs', () => {
    assert.deepEqual(levels(lookAtNode(doctor(), '20.20.2')), ['note'])
    assert.deepEqual(levels(lookAtNode(doctor(), '24.1.0')), ['well'])
  })

  it('closes a data folder that others can read', { skip: process.platform === 'win32' && 'no modes' }, () => {
    chmodSync(folder, 0o755)
    const [open] = lookAtFolder(doctor())
    assert.deepEqual([open?.level, open?.mend], ['mend', `chmod 700 "${folder}"`])
    chmodSync(folder, 0o700)
    assert.deepEqual(levels(lookAtFolder(doctor())), ['well'])
  })

  it('asks for encryption where others can reach the machine', () => {
    assert.deepEqual(levels(lookAtDoor(doctor())), ['well'])
    assert.deepEqual(levels(lookAtDoor(doctor({ HOST: '0.0.0.0' }))), ['mend'])
    assert.deepEqual(levels(lookAtDoor(doctor({ TRUSTED_PROXY: '127.0.0.1' }))), ['well', 'well'])
    assert.deepEqual(levels(lookAtDoor(doctor({ HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.1' }))), ['well', 'note'])
  })

  it('says where letters go, whether their links lead anywhere, and no password', () => {
    assert.deepEqual(levels(lookAtMail(doctor())), ['note'])
    const mail = { MAIL_URL: 'smtp://ten:bi-mat@mail.example.vn:587', MAIL_FROM: 'Thư viện <a@example.vn>' }
    assert.deepEqual(levels(lookAtMail(doctor(mail))), ['well', 'mend'])
    const [found, ...others] = lookAtMail(doctor({ ...mail, PUBLIC_URL: 'https://thuvien.example.vn' }))
    assert.deepEqual([found?.text, others], ['Thư gửi qua mail.example.vn:587, từ Thư viện <a@example.vn>.', []])
  })

  it('reads the certificate, and warns before it ends', t => {
    const [cert, key] = [join(folder, 'a.crt'), join(folder, 'a.key')]
    const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=thu'
    const made = spawnSync('openssl', [...request.split(' '), '-keyout', key, '-out', cert])
    if (made.status !== 0) return t.skip('openssl is not on this machine')
    const tls = { TLS_CERT: cert, TLS_KEY: key }
    assert.deepEqual(levels(lookAtDoor(doctor(tls, new Date()))), ['well', 'well'])
    assert.deepEqual(levels(lookAtDoor(doctor(tls, new Date(Date.now() + 80 * 86_400_000)))), ['well', 'mend'])
    assert.deepEqual(levels(lookAtDoor(doctor({ TLS_CERT: cert, TLS_KEY: cert }, new Date()))), ['well', 'mend'])
  })

  it('wants a backup every week, except of a demonstration', () => {
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
    assert.deepEqual(levels(lookAtBackups(doctor(), null, false)), ['mend'])
    assert.deepEqual(levels(lookAtBackups(doctor(), daysAgo(7), false)), ['well'])
    assert.deepEqual(levels(lookAtBackups(doctor(), daysAgo(8), false)), ['mend'])
    assert.deepEqual(levels(lookAtBackups(doctor(), null, true)), ['note'])
  })

  it('wants an administrator, and no demonstration accounts behind an open door', () => {
    const staff = { administrators: 1, withoutSecondFactor: 0, demoAccounts: 0 }
    assert.deepEqual(levels(lookAtStaff(doctor(), staff, false)), ['well', 'well'])
    assert.deepEqual(levels(lookAtStaff(doctor(), { ...staff, administrators: 0 }, false)), ['mend'])
    assert.deepEqual(levels(lookAtStaff(doctor(), { ...staff, withoutSecondFactor: 2 }, false)), ['well', 'note'])
    const demo = { administrators: 0, withoutSecondFactor: 0, demoAccounts: 12 }
    assert.deepEqual(levels(lookAtStaff(doctor(), demo, true)), ['note'])
    assert.deepEqual(levels(lookAtStaff(doctor({ TRUSTED_PROXY: '127.0.0.1' }), demo, true)), ['mend'])
  })

  it('notices a clock that was set back', () => {
    assert.deepEqual(levels(lookAtClock(doctor(), null)), ['well'])
    assert.deepEqual(levels(lookAtClock(doctor(), new Date('2026-11-24T03:01:00Z'))), ['well'])
    assert.deepEqual(levels(lookAtClock(doctor(), new Date('2026-11-25T03:00:00Z'))), ['mend'])
  })
})
