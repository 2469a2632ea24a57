// npm test [-- WORD…] [--install-browser]: the whole suite, or the test files whose path contains one of the words.
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
const { runTests } = await import('../tests/run.ts')
process.exitCode = await runTests(process.argv.slice(2))
