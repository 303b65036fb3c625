/**
 * What `authenticate` costs a request: `node infra/key-store/bench-authenticate.ts`. Must stay under 3 µs a call, of
 * which SHA-256 and the comparison are 0.8 on the machine it was written on.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mintKey } from './key-token.ts'
import { openSqliteKeyStore } from './sqlite/sqlite-key-store.ts'

const keyCount = 1_000
const calls = 500_000
const rounds = 5

const folder = mkdtempSync(join(tmpdir(), 'athar-bench-'))
const store = openSqliteKeyStore(join(folder, 'keys.sqlite'))
const tokens: string[] = []
for (let index = 0; index < keyCount; index++) {
  const minted = mintKey()
  await store.create({ role: 'party', organisations: new Set([`C-${index}`]) }, minted, Date.now())
  tokens.push(minted.token)
}
const unknown = mintKey().token

console.log(`known key    ${cheapestRoundUs(index => tokens[index % keyCount] ?? '').toFixed(2)} µs a call`)
console.log(`unknown key  ${cheapestRoundUs(() => unknown).toFixed(2)} µs a call`)
console.log(`malformed    ${cheapestRoundUs(() => 'athar_').toFixed(2)} µs a call`)

await store.close()
rmSync(folder, { recursive: true })

/** Microseconds a call, in the round that was disturbed least. */
function cheapestRoundUs(tokenOf: (index: number) => string): number {
  let bestUs = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now()
    for (let index = 0; index < calls; index++) store.authenticate(tokenOf(index), Date.now())
    bestUs = Math.min(bestUs, ((performance.now() - startMs) * 1_000) / calls)
  }
  return bestUs
}
