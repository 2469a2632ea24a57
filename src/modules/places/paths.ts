import type { LocalDate } from '../../kernel/local-date.ts'
import type { Level } from './place.ts'

interface Addressed {
  readonly level: Level
  readonly code: string | null
  readonly validTo: LocalDate | null
}

/** A code alone means its unit of today; with `ngay`, the unit that held it on that day. */
export const paths = {
  communes: '/xa',
  communePattern: '/xa/:code',
  districtPattern: '/huyen/:code',
  commune: (code: string) => `/xa/${code}`,
  communesOn: (on: LocalDate) => `/xa?ngay=${on}`,
  /** The page of a unit, of today or of the past; null for places without a page (province, village). */
  place: ({ level, code, validTo }: Addressed): string | null => {
    if (code === null || level === 'village') return null
    if (level === 'province') return '/xa'
    const day = validTo === null ? '' : `?ngay=${validTo}`
    return `/${level === 'district' ? 'huyen' : 'xa'}/${code}${day}`
  },
} as const
