// A process of its own that opens the house as told by its arguments (JSON), prints its addresses, and closes it at
// SIGTERM. Refusals are printed too.
import { openHouse } from '../../src/platform/database/house.ts'
import { HouseRefused } from '../../src/platform/database/refusal.ts'

const options = JSON.parse(process.argv[2] ?? '{}')
const tell = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`)
try {
  const house = await openHouse({ pgBin: null, databaseUrl: null, ...options })
  process.once('SIGTERM', () => {
    house.close().then(
      () => process.exit(0),
      error => {
        process.stderr.write(String(error))
        process.exit(1)
      },
    )
  })
  setInterval(() => undefined, 1000)
  tell({ pid: process.pid, urls: house.urls })
} catch (error) {
  tell({ refused: error instanceof HouseRefused ? error.refusal : String(error) })
}
