/** The reader of codes for browsers without one of their own; camera.js asks for it after somebody tapped. */
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'

declare const window: { openBarcodeReader?: (wasm: string) => typeof BarcodeDetector }

window.openBarcodeReader = wasm => {
  // Its own default would fetch the module from a foreign host.
  prepareZXingModule({ overrides: { locateFile: () => wasm } })
  return BarcodeDetector
}
