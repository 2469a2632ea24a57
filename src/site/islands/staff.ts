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
interface Part extends Pressable {
  hidden: boolean
  src: string
  onload: (() => void) | null
  readonly dataset: Readonly<Record<string, string | undefined>>
  querySelector(selector: string): Part | null
  setAttribute(name: string, value: string): void
  addEventListener(type: 'click', listener: () => void): void
}
declare const document: {
  readonly head: { append(part: Part): void }
  querySelector(selector: string): Part | null
  createElement(name: 'script'): Part
  addEventListener(type: 'keydown', listener: (press: KeyPress) => void): void
}
declare const navigator: { readonly mediaDevices?: object }
declare const sessionStorage: { getItem(key: string): string | null }
declare const window: { openCamera?: () => Promise<void> }

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

// The camera's own script comes with the first tap; where there can be no camera there is no button.
const camera = document.querySelector('.camera')
const start = camera?.querySelector('[data-part=start]')
if (camera && start && navigator.mediaDevices) {
  camera.hidden = false
  start.setAttribute('data-key', 'F9')
  const open = () => {
    if (window.openCamera) return void window.openCamera()
    const script = document.createElement('script')
    script.onload = () => void window.openCamera?.()
    script.src = camera.dataset['camera'] ?? ''
    document.head.append(script)
  }
  start.addEventListener('click', open)
  // It was on when the scan before this one was sent.
  if (sessionStorage.getItem('camera') === 'on') open()
}
