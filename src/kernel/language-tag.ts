const alphanum = '[a-z0-9]'
const language = '(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})'
const variant = `(?:${alphanum}{5,8}|[0-9]${alphanum}{3})`
const extension = `[0-9a-wyz](?:-${alphanum}{2,8})+`
const privateUse = `x(?:-${alphanum}{1,8})+`
const wellFormed = new RegExp(
  `^(?:${language}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-${variant})*(?:-${extension})*(?:-${privateUse})?|${privateUse})$`,
)

/**
 * Reads a language tag such as 'vi', 'tyz-Latn', 'hmn-Latn-x-rpa', and gives it in the usual case. It is checked for
 * its form, not against the registry; null when it is not well-formed. BCP 47 (RFC 5646 §2.1), without grandfathered tags.
 */
export function parseLanguageTag(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const parts = text.toLowerCase().split('-')
  if (!wellFormed.test(parts.join('-'))) return null
  const singleton = parts.findIndex(part => part.length === 1)
  return parts.map((part, i) => (i === 0 || (singleton >= 0 && i >= singleton) ? part : usualCase(part))).join('-')
}

/** RFC 5646 §2.1.1: script in title case, region in capitals. */
function usualCase(part: string): string {
  if (part.length === 2) return part.toUpperCase()
  return part.length === 4 && /^[a-z]/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part
}

/** 'hmn' of 'hmn-Latn-x-rpa'. */
export const primaryLanguage = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase()
