/** A number as text in whose order 2 comes before 10, wherever figures stand in it: "BT 2/10". */
export const naturalOrder = (number: string): string =>
  number
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s+/gu, ' ')
    .replace(/\d+/g, figures => figures.replace(/^0+(?=\d)/, '').padStart(12, '0'))

/** Behind every number: where what has none yet stands in a register. */
export const behindAllNumbers = '\uffff'
