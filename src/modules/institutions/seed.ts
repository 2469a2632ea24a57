import { z } from 'zod'
import { localDate, parseLocalDate } from '../../kernel/local-date.ts'
import { type LocalizedText, localized, parseLocalizedText } from '../../kernel/localized-text.ts'
import { parseOpeningHours } from '../../kernel/opening-hours-forms.ts'
import { isKindId } from './kinds.ts'

const day = z.string().transform((text, context) => parseLocalDate(text) ?? fail(context, `${text} is no day`))
const hours = z.unknown().transform((value, context) => parseOpeningHours(value) ?? fail(context, 'no opening hours'))
const kind = z.string().transform((text, context) => (isKindId(text) ? text : fail(context, `${text} is no kind`)))

/** `"Thư viện tỉnh"`, `{"vi": "Thư viện tỉnh", "en": "Provincial Library"}`, or a LocalizedText as we store it. */
const text = z
  .union([z.string(), z.record(z.string(), z.string()), z.array(z.unknown())])
  .transform((value, context): LocalizedText => {
    if (typeof value === 'string') return localized('vi', value)
    if (Array.isArray(value)) {
      const parsed = parseLocalizedText(value)
      return parsed.ok ? parsed.value : fail(context, 'no text in languages')
    }
    const { vi, ...others } = value
    return vi === undefined ? fail(context, 'no Vietnamese text') : localized('vi', vi, others)
  })

function fail(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

const facility = z.object({
  name: text.default([]),
  /** Code of a commune, as of the file's day. */
  place: z.string(),
  /** Code of the unit in which the same house stood before, up to the day before the present unit began. */
  placeBefore: z.string().optional(),
  address: z.string().default(''),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  hours: hours.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
})

const rule = z.int().nullable().default(null)

const institution = z.object({
  code: z.string(),
  kind,
  name: text,
  about: text.default([]),
  /** Code of the institution above. */
  parent: z.string().nullable().default(null),
  contacts: z
    .array(z.object({ kind: z.enum(['phone', 'email', 'web', 'zalo', 'facebook']), value: z.string() }))
    .default([]),
  hours: hours.optional(),
  languages: z.array(z.string()).default([]),
  accessibility: text.default([]),
  equipment: z.array(z.object({ what: z.string(), count: z.int().nullable().default(null) })).default([]),
  policy: z
    .object({ loanDays: rule, maxLoans: rule, renewals: rule, graceDays: rule })
    .default({ loanDays: null, maxLoans: null, renewals: null, graceDays: null }),
  validFrom: day,
  validTo: day.nullable().default(null),
  /** The seat first. */
  facilities: z.array(facility).default([]),
  /** Codes of institutions under the same roof. */
  sharesRoofWith: z.array(z.string()).default([]),
  /** What it became, by code. */
  became: z
    .array(
      z.object({
        code: z.string(),
        on: day,
        kind: z.enum(['merge', 'split', 'rename', 'convert']),
        legalBasis: z.string().nullable().default(null),
      }),
    )
    .default([]),
})

export type SeedInstitution = z.infer<typeof institution>

/** The file of demonstration institutions; throws a description of everything wrong with it. */
export const seedFile = z.object({
  /** The day on which the codes of places mean what is meant. */
  placesAsOf: day.default(localDate('2025-07-01')),
  institutions: z.array(institution),
})
