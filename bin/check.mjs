// npm run check: types, format, lint and unused code, side by side; one line for each, then what failed in full.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
ensureInstalled()

/** Name, package, arguments. Each tool is run by this very Node, so that no shell and no PATH is needed. */
const checks = [
  ['types', 'typescript', 'tsc', ['--noEmit', '-p', '.']],
  ['format', '@biomejs/biome', 'biome', ['check', '--error-on-warnings', '--colors=off']],
  ['lint', 'oxlint', 'oxlint', []],
  ['unused', 'knip', 'knip', ['--no-progress']],
]

function binOf(packageName, command) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

function run([name, packageName, command, args]) {
  return new Promise(done => {
    const start = Date.now()
    const child = spawn(process.execPath, [binOf(packageName, command), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    child.on('close', code => {
      const passed = code === 0
      console.log(`${passed ? '✔' : '✖'} ${name.padEnd(8)} ${((Date.now() - start) / 1000).toFixed(1)} s`)
      done({ name, passed, output: Buffer.concat(output).toString() })
    })
  })
}

const results = await Promise.all(checks.map(run))
for (const { name, passed, output } of results) {
  if (!passed) console.log(`\n── ${name} ──\n${output.trimEnd()}`)
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
