import { KeyHint } from './desk.tsx'
import type { Frame } from './frame.ts'
import { words } from './messages.ts'

/** What the reader of codes weighs on the wire, in KB; a test holds it to the truth. */
export const readerKb = 424

/** Scanning with the camera, beside a scan field; shown by staff.js where the browser has one to offer. */
export const Camera = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang).camera
  return (
    <div
      class="camera"
      hidden
      data-by-script=""
      data-camera={frame.assets('camera.js')}
      data-reader={frame.assets('barcode-reader.js')}
      data-wasm={frame.assets('zxing_reader.wasm')}
      data-opening={say.opening}
      data-loading={say.loading(String(readerKb))}
      data-ready={say.ready}
      data-refused={say.refused}
      data-none={say.none}
      data-failed={say.failed}
      data-stopped={say.stopped}
    >
      <video data-part="video" hidden muted playsinline aria-label={say.picture}></video>
      <p class="row">
        <button type="button" class="quiet" data-part="start" aria-keyshortcuts="F9">
          {say.start} <KeyHint name="F9" />
        </button>
        <button type="button" class="quiet" data-part="stop" hidden>
          {say.stop}
        </button>
        <button type="button" class="quiet" data-part="torch" hidden>
          {say.torch}
        </button>
        <span data-part="status" role="status" class="muted"></span>
      </p>
    </div>
  )
}
