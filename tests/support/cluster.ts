import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../src/platform/database/house.ts'

/** A database server for tests, on data that nobody will miss. */
export interface TestCluster {
  /** As the owner of everything. */
  readonly ownerUrl: string
  /** As the application's role. */
  readonly appUrl: string
  stop(): Promise<void>
}

/** Nothing of this survives a power cut, and nothing needs to. */
const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** Test files that find these in their environment share the server. */
export const clusterVariables = { owner: 'BAC_THANG_TEST_OWNER', app: 'BAC_THANG_TEST_CLUSTER' } as const

export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bac-thang-cluster-'))
  const pgBin = process.env.PG_BIN ?? null
  const house = await openHouse({ dataDir, pgBin, databaseUrl: null, purpose: 'command', settings: quick })
  return {
    ownerUrl: house.urls.owner,
    appUrl: house.urls.app,
    stop: async () => {
      await house.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
