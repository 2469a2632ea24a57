import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { startTestApp, type TestApp } from './support/app.ts'

let app: TestApp
before(async () => {
  app = await startTestApp()
})
after(() => app.close())

it('serves the province', async () => {
  assert.equal((await fetch(app.url)).status, 200)
  const staff = await app.signIn('thu-thu-tinh')
  assert.equal((await fetch(`${app.url}/nghiep-vu/quay/TVT`, { headers: staff })).status, 200)
})
