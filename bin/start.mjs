// npm start: `bac-thang serve`, with whatever follows `--`.
import { run } from './run.mjs'

await run(['serve', ...process.argv.slice(2)])
