/**
 * What the oldest browsers that are served do not know: Chrome and WebView 90, Firefox 102, Safari 15.0. A name is "later"
 * when one of the three came to it afterwards, by MDN's compatibility data.
 */
export const floorTargets = ['chrome90', 'firefox102', 'safari15']

/** At-rules, pseudo-classes and -elements, functions and units that all three know; any other costs a rule or a value. */
const known = {
  at: 'media supports page font-face keyframes charset import',
  pseudo: `root before after first-child last-child nth-child only-child hover focus focus-within active checked disabled
    is not where target link visited placeholder first-letter marker file-selector-button empty`,
  call: `var calc clamp min max minmax repeat url rgb rgba hsl hsla linear-gradient radial-gradient attr counter selector
    translate rotate scale inset is not where nth-child format local`,
  unit: 'px em rem ch ex vw vh vmin vmax fr deg turn s ms pt cm mm in dpi dppx',
}
const setOf = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/))
const knownNames = {
  at: setOf(known.at),
  pseudo: setOf(known.pseudo),
  call: setOf(known.call),
  unit: setOf(known.unit),
}

/** Properties that came later; a browser that does not know one leaves the declaration out. */
const laterProperties = setOf(`accent-color anchor-name animation-timeline appearance contain
  contain-intrinsic-size container container-name container-type content-visibility forced-color-adjust hyphenate-character
  interpolate-size mask mask-image mask-size mask-repeat mask-position overflow-clip-margin print-color-adjust
  scrollbar-color scrollbar-gutter scrollbar-width text-wrap text-box translate rotate scale view-transition-name zoom`)

/** APIs of scripts that came later, as expressions that an old browser finds undefined. */
export const laterApis: readonly string[] = `
  Array.prototype.at Array.prototype.findLast Array.prototype.findLastIndex Array.prototype.toReversed
  Array.prototype.toSorted Array.prototype.toSpliced Array.prototype.with Array.fromAsync String.prototype.at
  String.prototype.isWellFormed String.prototype.toWellFormed Object.hasOwn Object.groupBy Map.groupBy Promise.try
  Promise.withResolvers structuredClone URL.canParse URLPattern CompressionStream navigation scheduler
  requestIdleCallback Crypto.prototype.randomUUID Navigator.prototype.locks AbortSignal.timeout AbortSignal.any
  Document.prototype.startViewTransition HTMLElement.prototype.showPopover HTMLElement.prototype.inert
  HTMLDialogElement Element.prototype.checkVisibility Element.prototype.setHTML CSS.highlights`
  .trim()
  .split(/\s+/)

interface Block {
  readonly prelude: string
  /** Null for a statement without braces, as `@charset`. */
  readonly body: string | null
}

/** The blocks of a stylesheet, or of the inside of `@media`. Strings may hold braces. */
function blocksOf(css: string): Block[] {
  const blocks: Block[] = []
  let from = 0
  let open = -1
  let depth = 0
  for (let at = 0; at < css.length; at++) {
    const sign = css.charAt(at)
    if (sign === '"' || sign === "'") at = css.indexOf(sign, at + 1)
    else if (sign === '{' && depth++ === 0) open = at
    else if (sign === '}' && --depth === 0) {
      blocks.push({ prelude: css.slice(from, open).trim(), body: css.slice(open + 1, at) })
      from = at + 1
    } else if (sign === ';' && depth === 0) {
      blocks.push({ prelude: css.slice(from, at).trim(), body: null })
      from = at + 1
    }
  }
  return blocks
}

const withoutStrings = (css: string): string => css.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, ' ')
const declarationsOf = (body: string): string[] =>
  body.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter(text => text.trim() !== '')

function unknownIn(kind: keyof typeof knownNames, text: string, pattern: RegExp): string[] {
  return [...withoutStrings(text).matchAll(pattern)]
    .map(match => (match[1] ?? '').toLowerCase())
    .filter(name => !name.startsWith('-') && !knownNames[kind].has(name))
}

const unknownInSelector = (selector: string): string[] => unknownIn('pseudo', selector, /::?([\w-]+)/g)
const unknownInValue = (value: string): string[] => [
  ...unknownIn('call', value, /([\w-]+)\(/g),
  ...unknownIn('unit', value.replaceAll(/#[\da-f]+/gi, ''), /(?<![\w-])[\d.]+([a-z]+)/gi),
]
/** `(width >= 46rem)` is as unknown as a rule of its own. */
const unknownInQuery = (prelude: string): string[] => (/[<>]/.test(prelude) ? ['range in a media query'] : [])

/** One name of CSS that the oldest browsers do not know, and what they leave out for it. */
interface Later {
  readonly name: string
  readonly leftOut: string
}

/** A stylesheet as the oldest browsers read it, and what they left out of it. */
export function readByOldBrowser(css: string): { readonly css: string; readonly later: readonly Later[] } {
  const later: Later[] = []
  const read = (text: string): string => blocksOf(text).map(readBlock).join('')
  const readBlock = ({ prelude, body }: Block): string => {
    if (body === null) return `${prelude};`
    if (prelude.startsWith('@')) {
      const name = /^@([\w-]+)/.exec(prelude)?.[1] ?? ''
      const condition = name === 'supports' ? unknownInSelector(prelude) : unknownInQuery(prelude)
      const unknown = [...unknownIn('at', prelude, /^@([\w-]+)/g), ...condition]
      if (leaveOut(unknown, prelude)) return ''
      return `${prelude}{${name === 'page' || name === 'font-face' ? body : read(body)}}`
    }
    const nested = withoutStrings(body).includes('{') ? ['nesting'] : []
    if (leaveOut([...unknownInSelector(prelude), ...nested], prelude)) return ''
    const kept = declarationsOf(body).filter(declaration => {
      const [property = '', ...value] = declaration.split(':')
      const name = property.trim()
      const newer = laterProperties.has(name) ? [name] : []
      return !leaveOut([...newer, ...unknownInValue(value.join(':'))], `${prelude}{${declaration}}`)
    })
    return `${prelude}{${kept.join(';')}}`
  }
  const leaveOut = (names: readonly string[], leftOut: string): boolean => {
    for (const name of names) later.push({ name, leftOut })
    return names.length > 0
  }
  return { css: read(css), later }
}
