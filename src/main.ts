import { runCommandLine } from './cli/run.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), process.env)
// Whatever still holds the process, everything that must be kept has been written.
setTimeout(() => process.exit(), 3000).unref()
