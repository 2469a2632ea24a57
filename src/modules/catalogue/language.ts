/**
 * Codes of the MARC Code List for Languages with their BCP-47 tags, for the languages that libraries here hold. A code
 * that is not listed stays as it is: three letters are a valid tag too.
 */
const tags: Readonly<Record<string, string>> = {
  vie: 'vi',
  eng: 'en',
  fre: 'fr',
  fra: 'fr',
  rus: 'ru',
  chi: 'zh',
  zho: 'zh',
  jpn: 'ja',
  kor: 'ko',
  ger: 'de',
  deu: 'de',
  spa: 'es',
  lao: 'lo',
  tha: 'th',
  khm: 'km',
  hmn: 'hmn',
  tai: 'tai',
}

export const languageTag = (code: string | null): string | null => {
  const known = code?.trim().toLowerCase() ?? ''
  return /^[a-z]{2,3}$/.test(known) ? (tags[known] ?? known) : null
}
