import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { UnusableView } from '@athar/infra/view-store/port.ts'
import { Snapshots } from '@athar/infra/view-store/sqlite/snapshots.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { omissionsOf } from '@athar/views/decisions.ts'
import { EventHashes } from '@athar/views/event-hashes.ts'
import { foldAnew } from '@athar/views/fold-anew.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testMaxMs } from '../testing/run-athar.ts'
import { recordSimulatedEvents } from '../testing/simulated-log.ts'
import { verifyStore } from './verify-store.ts'

const events = 2_000
const name = 'custody'

describe('a store of views', { timeout: testMaxMs }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'athar-verify-store-'))
  const whole = join(folder, 'views')
  const projections = [massLedgerProjection]
  const { fold } = massLedgerProjection
  const omissions = omissionsOf([])
  let log: SqliteLogReader

  beforeAll(async () => {
    await recordSimulatedEvents(join(folder, 'log.sqlite'), events)
    log = new SqliteLogReader(join(folder, 'log.sqlite'))
    mkdirSync(whole)
    const store = await new SqliteViewStores(whole).open(name, { name: fold.name, version: fold.version })
    if (store instanceof UnusableView) throw store
    await foldAnew({ log, store, fold, projections, omissions, upTo: events - 10, advance() {} })
    await store.close()
    await sayFromWhichLog()
  }, testMaxMs)
  afterAll(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })

  /** As the ledger does with every commit; what is folded only to be compared does not say it. */
  async function sayFromWhichLog(): Promise<void> {
    const hash = await new EventHashes(log).at(events - 10)
    const database = new DatabaseSync(join(whole, `${name}.sqlite`))
    database.prepare('UPDATE view SET hash = ?').run(String(hash))
    database.close()
  }

  /** Verifies a copy to which something was done. */
  async function verifyChanged(change: string) {
    const [views, second] = [mkdtempSync(join(folder, 'changed-')), mkdtempSync(join(folder, 'second-'))]
    cpSync(whole, views, { recursive: true })
    const database = new DatabaseSync(join(views, `${name}.sqlite`))
    database.exec(change)
    database.close()
    const snapshots = new Snapshots(join(views, `${name}.sqlite`))
    const snapshot = snapshots.take()
    const stores = new SqliteViewStores(second)
    try {
      return await verifyStore({
        log,
        projections,
        ofFold: projections,
        omissions,
        snapshot,
        second: stores,
        name,
        advance() {},
      })
    } finally {
      snapshot.release()
      snapshots.close()
    }
  }

  test('as it was folded is well', async () => {
    expect(await verifyChanged('')).toMatchObject({ found: 0, position: events - 10, sumGrams: 0 })
  })

  test.each([
    [
      'two totals, together as much as before',
      `UPDATE account SET total = total + iif(name = (SELECT min(name) FROM account), 1000, -1000)
         WHERE name IN ((SELECT min(name) FROM account), (SELECT max(name) FROM account))`,
      2,
    ],
    ['an account of which nothing tells', `INSERT INTO account VALUES ('lot/S-X/170405/L-X', 5, 0, 0, x'')`, 1],
    [
      'how many entries there are',
      `UPDATE account SET count = count + 1 WHERE name = (SELECT min(name) FROM account)`,
      1,
    ],
    ['where a chunk ends', 'UPDATE chunk SET last_position = last_position + 1 WHERE number = 0', undefined],
    ['what was before a chunk', 'UPDATE chunk SET sum_before = sum_before + 1 WHERE number = 0', undefined],
    ['how far it says that it is', `UPDATE view SET checkpoint = checkpoint + 1`, undefined],
    ['from which log it says that it is', `UPDATE view SET hash = replace(hash, 'a', 'b')`, 1],
    ['how far it says that it is, beyond the log', `UPDATE view SET checkpoint = checkpoint + 1000`, undefined],
  ])('is not well when somebody has changed %s', async (_, change, expected) => {
    const { found } = await verifyChanged(change)
    if (expected === undefined) expect(found).toBeGreaterThan(0)
    else expect(found).toBe(expected)
  })
})
