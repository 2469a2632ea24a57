/** Scans with the camera of a telephone or a desk: what it reads is typed into the scan field and sent. */

/** What this needs of the browser is named here, as the house is checked without a DOM. */
interface Track {
  stop(): void
  getCapabilities?(): { readonly torch?: boolean }
  applyConstraints(constraints: object): Promise<void>
}
interface Stream {
  getTracks(): readonly Track[]
}
interface Code {
  readonly rawValue: string
}
interface Detector {
  detect(image: Part): Promise<readonly Code[]>
}
interface DetectorKind {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}
interface Part {
  hidden: boolean
  textContent: string
  value: string
  src: string
  srcObject: Stream | null
  readonly readyState: number
  readonly dataset: Readonly<Record<string, string | undefined>>
  readonly form: { submit(): void; requestSubmit?(): void }
  onload: (() => void) | null
  onerror: (() => void) | null
  querySelector(selector: string): Part | null
  addEventListener(type: string, listener: () => void): void
  append(part: Part): void
  play(): Promise<void>
  focus(): void
}
declare const document: {
  readonly hidden: boolean
  readonly head: Part
  querySelector(selector: string): Part | null
  createElement(name: string): Part
  addEventListener(type: string, listener: () => void): void
}
declare const navigator: { readonly mediaDevices: { getUserMedia(constraints: object): Promise<Stream> } }
declare const sessionStorage: {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}
declare const window: {
  openCamera?: () => Promise<void>
  readonly BarcodeDetector?: DetectorKind
  readonly openBarcodeReader?: (wasm: string) => DetectorKind
}

/** Cards have QR codes or Code 39, copies Code 128 or Code 39, books from shops EAN. */
const formats = ['qr_code', 'code_39', 'code_128', 'ean_13', 'ean_8']
/** A code that stays before the camera is one scan. */
const sameForMs = 4000
const betweenMs = 150

const part = (name: string): Part => {
  const found = document.querySelector(`.camera [data-part="${name}"]`)
  if (found === null) throw new Error(`no ${name}`)
  return found
}
const box = document.querySelector('.camera')
const say = (what: string): void => {
  part('status').textContent = box?.dataset[what] ?? ''
}

let stream: Stream | null = null

function stop(): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
  stream = null
  for (const name of ['video', 'stop', 'torch']) part(name).hidden = true
  part('start').hidden = false
  sessionStorage.removeItem('camera')
}

const load = (address: string): Promise<void> =>
  new Promise((done, failed) => {
    const script = document.createElement('script')
    script.onload = done
    script.onerror = () => failed(new Error('not loaded'))
    script.src = address
    document.head.append(script)
  })

/** The browser's own reader where it knows our codes, else ours, loaded now. */
async function openDetector(): Promise<Detector> {
  const own = window.BarcodeDetector
  const known = (await own?.getSupportedFormats().catch(() => [])) ?? []
  if (own && formats.every(format => known.includes(format))) return new own({ formats })
  if (stream !== null) say('loading')
  await load(box?.dataset['reader'] ?? '')
  const Reader = window.openBarcodeReader?.(box?.dataset['wasm'] ?? '')
  if (Reader === undefined) throw new Error('no reader')
  const reader = new Reader({ formats })
  // The first call fetches the module: better now than with a book before the camera.
  await reader.detect(part('video'))
  return reader
}

/** The page is about to be left with a scan: the next one opens the camera again. */
let sending = false

function send(code: string): void {
  const field = document.querySelector('.desk-scan')
  if (field === null) return
  sending = true
  field.value = code
  if (field.form.requestSubmit) field.form.requestSubmit()
  else field.form.submit()
}

/** Whether this code was read just now, also on the page before this one. */
function isSame(code: string): boolean {
  const [last, at] = (sessionStorage.getItem('camera-last') ?? '').split('\n')
  const now = Date.now()
  const same = last === code && now - Number(at) < sameForMs
  sessionStorage.setItem('camera-last', `${code}\n${now}`)
  return same
}

async function watch(detector: Detector): Promise<void> {
  while (stream !== null) {
    const codes = part('video').readyState >= 2 ? await detector.detect(part('video')) : []
    const code = codes[0]?.rawValue.trim() ?? ''
    if (code !== '' && !isSame(code)) {
      send(code)
      return
    }
    await new Promise(done => setTimeout(done, betweenMs))
  }
}

function offerTorch(): void {
  const track = stream?.getTracks()[0]
  if (track?.getCapabilities?.().torch !== true) return
  const button = part('torch')
  let on = false
  button.hidden = false
  button.addEventListener('click', () => {
    on = !on
    void track.applyConstraints({ advanced: [{ torch: on }] })
  })
}

/** Why there is no picture, in words: refused, no camera, or something else has it. */
const reasons: Readonly<Record<string, string>> = { NotAllowedError: 'refused', NotFoundError: 'none' }

async function open(): Promise<void> {
  if (stream !== null) return
  say('opening')
  part('start').hidden = true
  let opened: Stream | null = null
  // Whoever stops it while it still loads has been told so: nothing after that is said.
  const isStopped = (): boolean => opened !== null && stream !== opened
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 } }
    opened = await navigator.mediaDevices.getUserMedia({ video, audio: false })
    stream = opened
    part('stop').hidden = false
    part('video').hidden = false
    part('video').srcObject = stream
    await part('video').play()
    offerTorch()
    const detector = await openDetector()
    if (isStopped()) return
    sessionStorage.setItem('camera', 'on')
    say('ready')
    await watch(detector)
  } catch (error) {
    if (isStopped()) return
    const name = error instanceof Error ? error.name : ''
    const reason = opened === null ? (reasons[name] ?? 'failed') : 'failed'
    stop()
    say(reason)
  }
}

part('stop').addEventListener('click', () => {
  stop()
  say('stopped')
  document.querySelector('.desk-scan')?.focus()
})
document.addEventListener('visibilitychange', () => {
  if (document.hidden && stream !== null && !sending) {
    stop()
    say('stopped')
  }
})
window.openCamera = open
