import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, installChromium, noBrowser } from './support/chromium.ts'
import { clusterVariables, startTestCluster, type TestCluster } from './support/cluster.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A file that has not ended by then hangs. */
const fileTimeoutMs = 10 * 60_000

/** How long an interrupted run may take to close its browsers before it is killed. */
const graceMs = 5_000

/** Runs the test files whose path contains one of the words in `args`, or all without any. `--install-browser` is ours;
 *  other options (`--test-name-pattern=…`) go to node:test. Returns the exit code. Whatever the tests leave in the
 *  temporary folder, and the database that they share, is gone afterwards, also after Ctrl-C. */
export async function runTests(args: readonly string[]): Promise<number> {
  const options = args.filter(arg => arg.startsWith('--') && arg !== '--install-browser')
  const files = testFiles(args.filter(arg => !arg.startsWith('--')))
  if (files.length === 0) {
    console.error(`Không có tệp kiểm thử nào khớp với: ${args.join(' ')} (no test file matches)`)
    return 1
  }
  console.log(`Node ${process.version}, ${files.length} tệp kiểm thử (test files)`)
  provideBrowser(Boolean(process.env.CI) || args.includes('--install-browser'))
  const folder = mkdtempSync(join(tmpdir(), 'bac-thang-test-'))
  chmodSync(folder, 0o711) // some tests run the program as another user, in a folder of that user's below this one
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  for (const signal of signals) process.on(signal, interrupt)
  let cluster: TestCluster | undefined
  try {
    cluster = await startTestCluster()
    process.env[clusterVariables.owner] = cluster.ownerUrl
    process.env[clusterVariables.app] = cluster.appUrl
    const code = stop.signal.aborted
      ? 1
      : await runNode(['--import', 'tsx', '--test', ...options, ...files], stop.signal)
    return stop.signal.aborted ? 130 : code
  } finally {
    await cluster?.stop()
    for (const signal of signals) process.off(signal, interrupt)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Relative paths with slashes of the test files to run; no words stand for all. */
function testFiles(words: readonly string[]): string[] {
  return ['src', 'tests', 'seed']
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    )
    .map(path => path.split(sep).join('/'))
    .filter(path => /\.test\.tsx?$/.test(path))
    .filter(path => words.length === 0 || words.some(word => path.includes(word)))
}

/** Makes sure that there is a browser, or says what to do; the tests that need one then fail with the same words. */
function provideBrowser(mayInstall: boolean): void {
  if (findChromium() !== null) return
  if (mayInstall && !process.env.CHROMIUM) {
    console.log('Đang cài Chromium bằng apt-get … (installing Chromium)')
    const failure = installChromium()
    if (failure === null && findChromium() !== null) return
    if (failure !== null) console.error(failure)
  }
  console.error(noBrowser)
}

function runNode(args: readonly string[], signal: AbortSignal): Promise<number> {
  const settings = [`--test-concurrency=${availableParallelism()}`, `--test-timeout=${fileTimeoutMs}`]
  // A process group of its own, so that an interruption reaches the test files too, in an order that we choose.
  const ownGroup = process.platform !== 'win32'
  const child = spawn(process.execPath, ['--test-reporter=spec', ...settings, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: ownGroup,
  })
  signal.addEventListener('abort', () => {
    kill(child, ownGroup, 'SIGTERM')
    setTimeout(() => kill(child, ownGroup, 'SIGKILL'), graceMs).unref()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      kill(child, ownGroup, 'SIGKILL') // a test file that outlived its runner
      resolve(code ?? 1)
    })
  })
}

function kill(child: ChildProcess, ownGroup: boolean, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (ownGroup) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // Nobody of the group is left.
  }
}
