/** Languages of the interface, the first being the default. What people write may be in any language: see LocalizedText. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: unknown): text is Language => languages.some(language => language === text)
