import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { MailSettings } from './mail/index.ts'

/** How this installation runs, read once from the environment. */
export interface Config {
  /** Absolute. Everything that must be kept is in it. */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** Whether a first start seeds the demonstration province. */
  readonly demo: boolean
  /** A PostgreSQL server of one's own, instead of the one we start. */
  readonly databaseUrl: string | null
  /** A folder with postgres and initdb, instead of the ones from npm. */
  readonly pgBin: string | null
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** The address of the reverse proxy whose X-Forwarded-* headers are believed. */
  readonly trustedProxy: string | null
  /** Lets a program that is not on this machine read /metrics. */
  readonly metricsToken: string | null
  /** Days after an event until names and contacts of its sign-ups are erased. */
  readonly contactDays: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly lang: 'vi' | 'en'
  /** Development: answers like a telephone on 2G. */
  readonly slowNetwork: boolean
  readonly mail: MailSettings
  /** When no letters go out but answers to what a person just did: minutes after midnight in Vietnam; the same twice is never. */
  readonly quietHours: { readonly from: number; readonly until: number }
  /** Where people reach this installation, without a slash at the end; links in letters begin with it. */
  readonly publicUrl: string
}

/** A setting that cannot be used, with the sentence that says how to mend it. */
export class ConfigError extends Error {
  readonly variable: string
  constructor(variable: string, vi: string, en: string, lang: 'vi' | 'en') {
    super(lang === 'en' ? en : vi)
    this.variable = variable
  }
}

/** Beside the program, wherever it is called from. */
const defaultDataDir = fileURLToPath(new URL('../../var', import.meta.url))

const truth = z.enum(['0', '1', 'true', 'false']).transform(text => text === '1' || text === 'true')
const filled = z.string().trim().min(1)

const schema = z.object({
  DATA_DIR: filled.optional(),
  HOST: filled.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DEMO: truth.default(true),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PG_BIN: filled.optional(),
  TLS_CERT: filled.optional(),
  TLS_KEY: filled.optional(),
  TRUSTED_PROXY: filled.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  CONTACT_DAYS: z.coerce.number().int().min(0).max(365).default(30),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  MAIL_URL: z
    .string()
    .refine(text => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]* <)?[^\s<>@]+@[^\s<>@]+>?$/)
    .optional(),
  MAIL_QUIET: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)
    .default('21:00-07:00'),
  PUBLIC_URL: z
    .string()
    .refine(text => /^https?:\/\//.test(text) && URL.canParse(text))
    .optional(),
})

const mends: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  PORT: [
    'PORT phải là một số từ 0 đến 65535, ví dụ PORT=3000.',
    'PORT must be a number from 0 to 65535, as PORT=3000.',
  ],
  DEMO: ['DEMO chỉ nhận 0 hoặc 1.', 'DEMO takes 0 or 1.'],
  DATABASE_URL: [
    'DATABASE_URL phải có dạng postgresql://người-dùng:mật-khẩu@máy:5432/tên.',
    'DATABASE_URL must look like postgresql://user:password@host:5432/name.',
  ],
  METRICS_TOKEN: ['METRICS_TOKEN cần ít nhất 16 ký tự.', 'METRICS_TOKEN needs at least 16 characters.'],
  CONTACT_DAYS: [
    'CONTACT_DAYS phải là số ngày từ 0 đến 365, ví dụ CONTACT_DAYS=30.',
    'CONTACT_DAYS must be a number of days from 0 to 365, as CONTACT_DAYS=30.',
  ],
  LOG_LEVEL: ['LOG_LEVEL nhận debug, info, warn hoặc error.', 'LOG_LEVEL takes debug, info, warn or error.'],
  TLS_CERT: ['TLS_CERT và TLS_KEY phải có cùng nhau.', 'TLS_CERT and TLS_KEY go together.'],
  MAIL_URL: [
    'MAIL_URL phải có dạng smtp://tên:mật-khẩu@máy:587 hoặc smtps://tên:mật-khẩu@máy:465.',
    'MAIL_URL must look like smtp://name:password@host:587 or smtps://name:password@host:465.',
  ],
  MAIL_FROM: [
    'MAIL_FROM là địa chỉ gửi thư, ví dụ MAIL_FROM="Thư viện tỉnh <thu-vien@example.vn>"; có MAIL_URL thì phải có.',
    'MAIL_FROM is the address that letters come from, as MAIL_FROM="Provincial Library <library@example.vn>"; MAIL_URL needs it.',
  ],
  MAIL_QUIET: [
    'MAIL_QUIET là giờ không gửi thư, ví dụ 21:00-07:00.',
    'MAIL_QUIET is when no letters go out, as 21:00-07:00.',
  ],
  PUBLIC_URL: [
    'PUBLIC_URL là địa chỉ mà bạn đọc mở, ví dụ https://thuvien.example.vn.',
    'PUBLIC_URL is the address that readers open, as https://library.example.vn.',
  ],
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

type Environment = Readonly<Record<string, string | undefined>>

/** Vietnamese unless asked otherwise: `--lang` first, then BAC_THANG_LANG, then a locale that is plainly English. */
export function languageOf(environment: Environment, args: readonly string[]): 'vi' | 'en' {
  const flag = args.find(arg => arg.startsWith('--lang='))?.slice(7) ?? environment.BAC_THANG_LANG
  if (flag === 'en' || flag === 'vi') return flag
  return /^en/i.test(environment.LC_ALL ?? environment.LANG ?? '') ? 'en' : 'vi'
}

/** Throws `ConfigError` with a sentence that names the variable and the mend. An empty variable counts as unset. */
export function readConfig(environment: Environment, args: readonly string[]): Config {
  const lang = languageOf(environment, args)
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0] ?? '')
    const [vi, en] = mends[variable] ?? [`${variable} chưa dùng được.`, `${variable} cannot be used.`]
    throw new ConfigError(variable, vi, en, lang)
  }
  const env = parsed.data
  if ((env.TLS_CERT === undefined) !== (env.TLS_KEY === undefined)) {
    throw new ConfigError('TLS_CERT', ...(mends.TLS_CERT ?? ['', '']), lang)
  }
  if (env.MAIL_URL !== undefined && env.MAIL_FROM === undefined) {
    throw new ConfigError('MAIL_FROM', ...(mends.MAIL_FROM ?? ['', '']), lang)
  }
  const own = `${env.TLS_CERT === undefined ? 'http' : 'https'}://${env.HOST}:${env.PORT}`
  const [quietFrom = '', quietUntil = ''] = env.MAIL_QUIET.split('-')
  return {
    dataDir: env.DATA_DIR === undefined ? defaultDataDir : resolve(env.DATA_DIR),
    host: env.HOST,
    port: env.PORT,
    demo: env.DEMO,
    databaseUrl: env.DATABASE_URL ?? null,
    pgBin: env.PG_BIN === undefined ? null : resolve(env.PG_BIN),
    tls: env.TLS_CERT === undefined || env.TLS_KEY === undefined ? null : { cert: env.TLS_CERT, key: env.TLS_KEY },
    trustedProxy: env.TRUSTED_PROXY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    contactDays: env.CONTACT_DAYS,
    logLevel: env.LOG_LEVEL,
    lang,
    mail: { url: env.MAIL_URL ?? null, from: env.MAIL_FROM ?? 'Bậc Thang <bac-thang@localhost>' },
    quietHours: { from: minutesOf(quietFrom), until: minutesOf(quietUntil) },
    publicUrl: (env.PUBLIC_URL ?? own).replace(/\/+$/, ''),
    slowNetwork: args.includes('--network=2g'),
  }
}
