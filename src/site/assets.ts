import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compress } from '../platform/http/index.ts'
import { buildIsland, minifyStyle } from './build-islands.ts'
import { sitePaths } from './paths.ts'

/** One file as it is served. Nothing but these is: what is not listed here does not exist for a browser. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Buffer
  /** Compressed once, at the start; null where it does not pay. */
  readonly br: Buffer | null
  readonly gzip: Buffer | null
  readonly hash: string
}

export interface Assets {
  /** The address of a file, with the hash of its content. Throws on a name that is not served. */
  url(name: string): string
  readonly list: readonly Asset[]
}

const folder = join(import.meta.dirname, '../../public')

const css = 'text/css; charset=utf-8'
const js = 'text/javascript; charset=utf-8'

const read = (name: string) => (): Promise<Buffer> => readFile(join(folder, name))
const style = (name: string) => async (): Promise<Buffer> => minifyStyle(await readFile(join(folder, name), 'utf8'))

const files: readonly { name: string; type: string; make: () => Promise<Buffer> }[] = [
  { name: 'style.css', type: css, make: style('style.css') },
  { name: 'staff.css', type: css, make: style('staff.css') },
  { name: 'register-worker.js', type: js, make: () => buildIsland('register-worker') },
  { name: 'staff.js', type: js, make: () => buildIsland('staff') },
  { name: 'counter.js', type: js, make: () => buildIsland('counter') },
  { name: 'quick-desk.js', type: js, make: () => buildIsland('quick-desk') },
  { name: 'queue.js', type: js, make: () => buildIsland('queue') },
  { name: 'camera.js', type: js, make: () => buildIsland('camera') },
  { name: 'barcode-reader.js', type: js, make: () => buildIsland('barcode-reader') },
  { name: 'zxing_reader.wasm', type: 'application/wasm', make: () => readFile(readerModule()) },
  { name: 'icon.svg', type: 'image/svg+xml', make: read('icons/icon.svg') },
  { name: 'icon-192.png', type: 'image/png', make: read('icons/icon-192.png') },
  { name: 'icon-512.png', type: 'image/png', make: read('icons/icon-512.png') },
]

/** The module of the reader of codes, as its package brings it. */
const readerModule = (): string =>
  createRequire(createRequire(import.meta.url).resolve('barcode-detector/ponyfill')).resolve(
    'zxing-wasm/reader/zxing_reader.wasm',
  )

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 10)

async function toAsset(path: string, type: string, body: Buffer): Promise<Asset> {
  const pays = !type.startsWith('image/png') && body.length > 200
  // The hardest compression of the module, of which few ever have need, would take seconds of every start.
  const [hard, gzipped] = type === 'application/wasm' ? [5, 5] : [11, 9]
  const [br, gzip] = pays
    ? await Promise.all([compress(body, 'br', hard), compress(body, 'gzip', gzipped)])
    : [null, null]
  return { path, type, body, br, gzip, hash: hashOf(body) }
}

/** The manifest names its icons by their plain addresses, which a browser may keep for as long as it likes. */
const manifestOf = async (): Promise<Asset> =>
  toAsset(sitePaths.manifest, 'application/manifest+json', await readFile(join(folder, 'manifest.webmanifest')))

const publicShell = ['style.css', 'register-worker.js', 'icon.svg']
const deskShell = [...publicShell, 'staff.css', 'staff.js', 'counter.js', 'quick-desk.js']

/** A worker with the addresses of the files that it keeps, and a version that changes with any of them. */
async function workerOf(
  path: string,
  island: string,
  list: readonly Asset[],
  shell: readonly string[],
): Promise<Asset> {
  const body = await buildIsland(island, {
    VERSION: hashOf(Buffer.from(list.map(asset => asset.hash).join())),
    SHELL: [...shell, sitePaths.offline],
    OFFLINE: sitePaths.offline,
  })
  return toAsset(path, js, body)
}

/** Reads, builds and compresses every file of ours; once a start, a few tenths of a second. */
export async function loadAssets(): Promise<Assets> {
  const list = await Promise.all(
    files.map(async ({ name, type, make }) => toAsset(`${sitePaths.assets}/${name}`, type, await make())),
  )
  const byPath = new Map(list.map(asset => [asset.path, asset]))
  const url = (name: string): string => {
    const asset = byPath.get(`${sitePaths.assets}/${name}`)
    if (!asset) throw new Error(`no such file is served: ${name}`)
    return `${asset.path}?v=${asset.hash}`
  }
  const workers = await Promise.all([
    workerOf(sitePaths.worker, 'service-worker', list, publicShell.map(url)),
    workerOf(sitePaths.deskWorker, 'desk-worker', list, deskShell.map(url)),
  ])
  return { url, list: [...list, await manifestOf(), ...workers] }
}
