/** What staff screens do beyond HTML. What it needs of the browser is named here, as the house is checked without a DOM. */
interface Pressable {
  focus(): void
  select(): void
  click(): void
}
interface KeyPress {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  preventDefault(): void
}
declare const document: {
  querySelector(selector: string): Pressable | null
  addEventListener(type: 'keydown', listener: (press: KeyPress) => void): void
}

// A scanner types wherever the focus is: a code that was refused stays in the field, to be mended by hand, but selected, so
// that the next scan takes its place instead of its end.
const scan = document.querySelector('.desk-scan')
scan?.focus()
scan?.select()

// A key is ours only while a button of the page says so: everywhere else it does what the browser does with it.
document.addEventListener('keydown', press => {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return
  const button = /^(F\d+|Escape)$/.test(press.key) && document.querySelector(`[data-key="${press.key}"]`)
  if (!button) return
  press.preventDefault()
  button.click()
})
