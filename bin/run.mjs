// Runs the program in this very process, so that signals and exit codes are its own: checks Node, installs what is
// missing, and lets tsx read the TypeScript. Plain JavaScript that an old Node can still read far enough to complain.
import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bậc Thang cần Node 20.19 trở lên (nên dùng Node 24), máy này có ${process.version}. Mời cài bản mới từ https://nodejs.org\n` +
      `Bậc Thang needs Node 20.19 or later (24 is recommended), this is ${process.version}.`,
  )
  process.exit(1)
}

/** tsx keeps what it has read in the temporary folder, and cannot do without when it may not write there. */
function spareTemporaryFolder() {
  try {
    accessSync(tmpdir(), constants.W_OK)
  } catch {
    process.env.TSX_DISABLE_CACHE = '1'
  }
}

/** `args` as after the program's name on a command line. */
export async function run(args) {
  ensureInstalled()
  process.argv.splice(2, process.argv.length, ...args)
  spareTemporaryFolder()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
  await import('../src/main.ts')
}
