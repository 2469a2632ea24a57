import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomPassword } from '../modules/people/index.ts'
import type { Seed } from './demo-seed.ts'

export interface DemoAccount {
  readonly login: string
  readonly password: string
  readonly displayName: string
}

/** Where the passwords of the demonstration lie, for whoever may read the data folder. */
export const accountsFile = (dataDir: string): string => join(dataDir, 'tai-khoan-mau.txt')

const heading = [
  'Tài khoản của tỉnh mẫu. Mật khẩu do máy đặt riêng cho nơi cài này; chỉ dùng trên máy này.',
  'Accounts of the demonstration province. Passwords were made for this installation; use them on this machine only.',
]

const lineOf = ({ login, password, displayName }: DemoAccount): string =>
  `${login.padEnd(20)}  ${password}  ${displayName}`

/** Draws a password for each account and writes all of them down, before any of the accounts exists. */
export async function makeAccounts(seed: Seed, dataDir: string): Promise<DemoAccount[]> {
  const accounts = [
    ...seed.staff.map(({ login, displayName }) => ({ login, displayName })),
    ...seed.readers.flatMap(({ login, name }) => (login === undefined ? [] : [{ login, displayName: name }])),
  ].map(account => ({ ...account, password: randomPassword(randomBytes(16)) }))
  const file = accountsFile(dataDir)
  const text = [...heading, '', ...accounts.map(lineOf), ''].join('\n')
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return accounts
}

/** The accounts as they were written down; none when the file is gone. */
export async function readAccounts(dataDir: string): Promise<DemoAccount[]> {
  const text = await readFile(accountsFile(dataDir), 'utf8').catch(() => '')
  return text.split('\n').flatMap(line => {
    const [, login, password, displayName] = /^([a-z0-9-]+) {2,}([a-z0-9-]+) {2}(.+)$/.exec(line) ?? []
    return login && password && displayName ? [{ login, password, displayName }] : []
  })
}
