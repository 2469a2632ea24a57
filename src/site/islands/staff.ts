/** What staff screens do beyond HTML. What it needs of the browser is named here, as the house is checked without a DOM. */
declare const document: { querySelector(selector: string): { focus(): void; select(): void } | null }

// A scanner types wherever the focus is: a code that was refused stays in the field, to be mended by hand, but selected, so
// that the next scan takes its place instead of its end.
const scan = document.querySelector('.desk-scan')
scan?.focus()
scan?.select()
