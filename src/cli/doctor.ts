import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../kernel/language.ts'
import type { StaffSafety } from '../modules/people/index.ts'
import type { Config } from '../platform/config.ts'
import { mailFolder } from '../platform/mail/index.ts'
import type { doctorVi } from './doctor-words.vi.ts'
import { octets } from './figures.ts'
import { isLoopback } from './loopback.ts'
import { certificateEnd } from './tls.ts'

/** What one look found: well, worth knowing, or something to mend and how. */
export interface Finding {
  readonly level: 'well' | 'note' | 'mend'
  readonly text: string
  readonly mend?: string
}

/** With what a check looks and speaks. */
export interface Doctor {
  readonly config: Config
  readonly words: typeof doctorVi
  readonly lang: Language
  readonly now: Date
}

const well = (text: string): Finding => ({ level: 'well', text })
export const note = (text: string): Finding => ({ level: 'note', text })
export const toMend = (text: string, mend: string): Finding => ({ level: 'mend', text, mend })

const dayMs = 86_400_000
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function lookAtNode({ words }: Doctor, version = process.versions.node): Finding[] {
  return [Number.parseInt(version, 10) < 22 ? note(words.nodeOld(version)) : well(words.node(version))]
}

export function lookAtFolder({ config: { dataDir }, words }: Doctor): Finding[] {
  try {
    accessSync(dataDir, constants.W_OK)
  } catch {
    return [toMend(words.folderClosed(dataDir), `chown -R "$(id -un)" "${dataDir}"`)]
  }
  const mode = statSync(dataDir).mode & 0o777
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0
  return [
    open ? toMend(words.folderOpen(dataDir, mode.toString(8)), `chmod 700 "${dataDir}"`) : well(words.folder(dataDir)),
  ]
}

const enoughOctets = 2e9

export function lookAtDisk({ config, words, lang }: Doctor): Finding[] {
  const { bavail, bsize } = statfsSync(config.dataDir)
  const free = bavail * bsize
  const shown = octets(free, lang)
  return [free < enoughOctets ? toMend(words.diskLow(shown), words.diskMend) : well(words.disk(shown))]
}

export function lookAtIndex({ config, words, lang }: Doctor): Finding[] {
  const snapshot = statSync(join(config.dataDir, 'search', 'index.snapshot'), { throwIfNoEntry: false })
  return [snapshot === undefined ? note(words.noIndex) : well(words.index(octets(snapshot.size, lang)))]
}

/** Who can reach this machine, and what they could read on the way. */
export function lookAtDoor({ config, words, now }: Doctor): Finding[] {
  const found: Finding[] = []
  if (isLoopback(config.host)) found.push(well(words.loopback(config.host)))
  if (config.trustedProxy !== null) {
    found.push(well(words.behindProxy(config.trustedProxy)))
    if (!isLoopback(config.host)) found.push(note(words.proxyBypassed(config.host)))
  }
  if (config.tls !== null) found.push(lookAtCertificate(config.tls, words, now))
  else if (!isLoopback(config.host) && config.trustedProxy === null)
    found.push(toMend(words.plain(config.host), words.tlsMend))
  return found
}

/** Where letters go, and whether the links in them lead back here. Never the address with its password. */
export function lookAtMail({ config, words }: Doctor): Finding[] {
  const { url, from } = config.mail
  if (url === null) return [note(words.mailFolder(mailFolder(config.dataDir)))]
  const found = [well(words.mailServer(new URL(url).host, from))]
  const { hostname } = new URL(config.publicUrl)
  return isLoopback(hostname) || hostname === '0.0.0.0' || hostname === '[::]'
    ? [...found, toMend(words.linksNowhere(config.publicUrl), words.linksMend)]
    : found
}

const warningDays = 21

function lookAtCertificate(tls: { cert: string; key: string }, words: typeof doctorVi, now: Date): Finding {
  try {
    const until = certificateEnd(tls)
    const shown = until.toISOString().slice(0, 10)
    const ending = until.getTime() - now.getTime() < warningDays * dayMs
    return ending ? toMend(words.tlsEnding(shown), words.tlsMend) : well(words.tls(shown))
  } catch (error) {
    return toMend(words.tlsBroken(reasonOf(error)), words.tlsMend)
  }
}

/** A week without a backup is a week that may be lost. */
const oldDays = 7

export function lookAtBackups({ words, now }: Doctor, last: Date | null, demo: boolean): Finding[] {
  const command = 'npm run bac-thang -- backup bac-thang.tar'
  // Nobody loses a demonstration.
  const warn = (text: string) => (demo ? note(text) : toMend(text, command))
  if (last === null) return [warn(words.noBackup)]
  const days = Math.max(0, Math.floor((now.getTime() - last.getTime()) / dayMs))
  return [days > oldDays ? warn(words.backupOld(days)) : well(words.backup(days))]
}

export function lookAtStaff({ config, words }: Doctor, staff: StaffSafety, demo: boolean): Finding[] {
  const found: Finding[] = []
  const isOpen = !isLoopback(config.host) || config.trustedProxy !== null
  if (staff.demoAccounts > 0) {
    const remove = 'npm run bac-thang -- demo remove'
    found.push(isOpen ? toMend(words.demoOpen(staff.demoAccounts), remove) : note(words.demo))
  }
  if (staff.administrators > 0) found.push(well(words.administrators(staff.administrators)))
  else if (!demo) found.push(toMend(words.noAdministrator, 'npm run bac-thang -- admin create'))
  if (staff.withoutSecondFactor > 0) found.push(note(words.noSecondFactor(staff.withoutSecondFactor)))
  else if (staff.administrators > 0) found.push(well(words.secondFactor))
  return found
}

const toleranceMs = 5 * 60_000

/** Time never runs backwards: an act recorded later than now means that the clock was set back. */
export function lookAtClock({ words, now }: Doctor, newestAct: Date | null): Finding[] {
  const shown = now.toISOString()
  return newestAct !== null && newestAct.getTime() > now.getTime() + toleranceMs
    ? [toMend(words.clockBehind(shown, newestAct.toISOString()), words.clockMend)]
    : [well(words.clock(shown))]
}
