#!/usr/bin/env node
// npm run bac-thang -- <command>
import { run } from './run.mjs'

await run(process.argv.slice(2))
