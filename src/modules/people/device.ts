const browsers: readonly (readonly [mark: string, name: string])[] = [
  ['coc_coc_browser', 'Cốc Cốc'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
]

const systems: readonly (readonly [mark: string, name: string])[] = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Macintosh', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
]

/** What a browser says of itself in words that its owner knows, as in "Chrome, Android"; '' when it says nothing known. */
export function deviceName(userAgent: string): string {
  const known = [browsers, systems].map(list => list.find(([mark]) => userAgent.includes(mark))?.[1])
  return known.filter(name => name !== undefined).join(', ')
}
