import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestLedger } from '../testing/test-ledger.ts'

let ledger: TestLedger

beforeAll(async () => {
  ledger = await TestLedger.start()
})
afterAll(() => ledger.stop())

test('the page and all that it loads come from here, without a key', async () => {
  const html = await (await fetch(`${ledger.url}/docs`)).text()
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
  expect(loaded.length).toBeGreaterThan(3)
  for (const address of loaded.filter(each => !each.startsWith('data:'))) {
    expect(address).toMatch(/^\/(?:docs\/|openapi\.json$)/)
    const response = await fetch(`${ledger.url}${address}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await response.text()).length).toBeGreaterThan(100)
  }
})

test('the page may load nothing from outside, and be shown nowhere else', async () => {
  const policy = (await fetch(`${ledger.url}/docs`)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:|\*|unsafe/)
})

test.each(['package.json', '..%2fpackage.json', '__proto__', 'swagger-ui.js'])('no other file: %s', async file => {
  expect((await fetch(`${ledger.url}/docs/${file}`)).status).toBe(404)
})

test('what the caller has already is not sent again', async () => {
  const etag = (await fetch(`${ledger.url}/openapi.json`)).headers.get('etag') ?? ''
  expect((await fetch(`${ledger.url}/openapi.json`, { headers: { 'if-none-match': etag } })).status).toBe(304)
})
