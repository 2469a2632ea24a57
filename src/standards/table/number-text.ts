/** A number of a sheet as plain digits: no exponent, no `.0`, and the fifteen figures that Excel keeps of a fraction.
 *  Whole numbers, which may be codes, keep every digit. `shift` moves the point. Null when it is no number. */
export function plainNumber(text: string, shift = 0): string | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = pattern.exec(text.trim()) ?? []
  if (whole + fraction === '' || Math.abs(Number(exponent)) > 330) return null
  const isWhole = fraction === '' && exponent === '0'
  if (!isWhole && `${whole}${fraction}`.replace(/^0+/, '').length > 15)
    return plainNumber(
      Number(text)
        .toExponential(14)
        .replace(/\.?0+e/, 'e'),
      shift,
    )
  const digits = whole + fraction
  const point = whole.length + Number(exponent) + shift
  const left = digits.slice(0, Math.max(point, 0)).padEnd(point, '0')
  const right = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '')
  const plain = `${left.replace(/^0+(?=\d)/, '') || '0'}${right === '' ? '' : `.${right}`}`
  return sign === '-' && plain !== '0' ? `-${plain}` : plain
}

const pattern = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,4}))?$/

/** How a format shows a number, so far as it changes what a person reads. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  /** Digits with zeros before and after, and text around: how accession numbers are often written. */
  | {
      readonly kind: 'padded'
      readonly before: string
      readonly whole: number
      readonly decimals: number
      readonly after: string
    }
  | {
      readonly kind: 'date'
      readonly day: boolean
      readonly month: boolean
      readonly year: boolean
      readonly time: boolean
    }
  /** `elapsed`: hours go on past 24. */
  | { readonly kind: 'time'; readonly elapsed: boolean }

const quoted = '(?:"[^"]*"|\\\\.)*'
const padding = new RegExp(`^(${quoted})(0{1,30})(?:\\.(0{1,30}))?(${quoted})$`)
const literal = (text = ''): string => text.replace(/"([^"]*)"|\\(.)/g, '$1$2')

/** What a format code says (ECMA-376 part 1, 18.8.31), by its first section, the one for positive numbers. */
export function numberFormat(code: string): NumberFormat {
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code.slice(0, 255))?.[0] ?? ''
  const [, before, whole = '', decimals = '', after] =
    padding.exec(section.replace(/^(?:\[(?!h|m|s)[^\]]*\])+/i, '')) ?? []
  // A single 0 pads nothing, and `1982.00` is no year.
  if (whole.length > 1 || (whole !== '' && `${before}${after}` !== ''))
    return {
      kind: 'padded',
      before: literal(before),
      whole: whole.length,
      decimals: decimals.length,
      after: literal(after),
    }
  const bare = section.toLowerCase().replace(/"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|general|am\/pm|a\/p/g, '')
  if (/[dmyhs]/.test(bare)) return dateFormat(bare)
  return { kind: bare.includes('%') ? 'percent' : 'plain' }
}

function dateFormat(bare: string): NumberFormat {
  const [day, year, time] = [bare.includes('d'), bare.includes('y'), /[hs]/.test(bare)]
  const month = bare.includes('m') && (day || year || !time)
  return day || year || month ? { kind: 'date', day, month, year, time } : { kind: 'time', elapsed: bare.includes('[') }
}

/** The formats that have a number and no code in the file. ECMA-376 part 1, 18.8.30. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 1) return numberFormat('0')
  if (id === 2) return numberFormat('0.00')
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id === 17) return numberFormat('mmm-yy')
  if (id === 22) return numberFormat('d/m/yyyy h:mm')
  if (id === 46) return numberFormat('[h]:mm:ss')
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return numberFormat('h:mm:ss')
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return numberFormat('d/m/yyyy')
  return { kind: 'plain' }
}

/** A number as a person sees it in its cell, dates as ISO 8601; null when `text` is no number. */
export function numberText(text: string, format: NumberFormat, date1904: boolean): string | null {
  if (format.kind === 'percent') {
    const percent = plainNumber(text, 2)
    return percent === null ? null : `${percent}%`
  }
  const plain = plainNumber(text)
  if (plain === null || format.kind === 'plain') return plain
  if (format.kind !== 'padded') return momentText(Number(text), format, date1904) ?? plain
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(plain) ?? []
  // Padded, never rounded: what a person typed is more than what the column is wide.
  const decimals = fraction.padEnd(format.decimals, '0')
  return `${format.before}${sign}${whole.padStart(format.whole, '0')}${decimals && `.${decimals}`}${format.after}`
}

const lastSerial = 2_958_466
const dayMs = 86_400_000

/** A serial date or time (ECMA-376 part 1, 18.17.4); null for what is no day, such as 29 February 1900. */
function momentText(
  serial: number,
  format: Extract<NumberFormat, { kind: 'date' | 'time' }>,
  date1904: boolean,
): string | null {
  if (!(serial >= 0 && serial < lastSerial)) return null
  const seconds = Math.round(serial * 86_400)
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (format.kind === 'time') {
    const hours = format.elapsed ? String(Math.floor(seconds / 3600)).padStart(2, '0') : clock.slice(0, 2)
    return `${hours}${clock.slice(2)}`
  }
  const day = format.time ? Math.floor(seconds / 86_400) : Math.floor(serial)
  // Excel's 1900 has a 29 February (60), so the days before it are one off.
  if (!date1904 && (day === 0 || day === 60)) return null
  const before1970 = date1904 ? 24_107 : day < 60 ? 25_568 : 25_569
  const iso = new Date((day - before1970) * dayMs).toISOString()
  const units = format.day || !format.year ? 10 : format.month ? 7 : 4
  return `${iso.slice(0, units)}${format.time && units === 10 ? `T${clock}` : ''}`
}
