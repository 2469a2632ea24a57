import { join } from 'node:path'
import { build, transform } from 'esbuild'

/** The oldest browsers that are served. */
const target = ['chrome90', 'firefox102', 'safari15']
/** What a package of others calls by a name that those browsers do not know yet, and what they know in its place. */
const older = { 'Object.hasOwn': 'Object.prototype.hasOwnProperty.call' }
const islands = join(import.meta.dirname, 'islands')

/** One island as the browser gets it. `define` writes constants in, by name. */
export async function buildIsland(name: string, define: Readonly<Record<string, unknown>> = {}): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(islands, `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    write: false,
    define: {
      ...older,
      ...Object.fromEntries(Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)])),
    },
  })
  return Buffer.from(outputFiles[0]?.contents ?? new Uint8Array())
}

/** A stylesheet without its comments and line breaks. */
export async function minifyStyle(css: string): Promise<Buffer> {
  const { code } = await transform(css, { loader: 'css', minify: true, target })
  return Buffer.from(code)
}
