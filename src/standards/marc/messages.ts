import type { Language } from '../../kernel/language.ts'
import { en } from './messages.en.ts'
import { type MarcMessages, vi } from './messages.vi.ts'

export type { MarcMessages }

export const messages: Readonly<Record<Language, MarcMessages>> = { vi, en }
