import { cpSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Position } from '@athar/events/envelope.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UnusableView } from '../port.ts'
import { contentsOf } from '../testing/changes.ts'
import { historyAt } from '../testing/history-at.ts'
import { testFold } from '../testing/stores-under-test.ts'
import { pageBytes } from './database.ts'
import { SqliteViewStore } from './sqlite-view-store.ts'
import { momentsOfAView, viewAt } from './testing/moments.ts'

/** What a process that is killed leaves behind, at many moments, and then somebody cuts off or removes a file of it. */
describe('a view that was left behind', () => {
  let folder = ''
  let moments: readonly string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'athar-view-'))
    moments = await momentsOfAView(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  test('is what it was at the position that it says', async () => {
    for (const moment of moments) {
      const position = await opensAt(copyOf(moment))
      expect({ moment, isUsable: position !== 'unusable' }).toEqual({ moment, isUsable: true })
    }
  })

  test('is that, or is not opened, when a file of it is cut off or removed', async () => {
    const met = new Set<string>()
    const pages = fc.nat(60).map(number => number * (pageBytes + 24) + 32) // as they stand in a write-ahead log
    const damages = fc.record({
      moment: fc.nat(),
      suffix: fc.constantFrom('', '-wal', '-mark'),
      keepsBytes: fc.oneof(fc.nat(100), pages, fc.nat(1_000_000)),
      isRemoved: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(damages, async ({ moment, suffix, keepsBytes, isRemoved }) => {
        const view = copyOf(moments[moment % moments.length] ?? '')
        const touched = view + suffix
        fc.pre(existsSync(touched) && statSync(touched).size > 0)
        if (isRemoved) rmSync(touched)
        else truncateSync(touched, Math.min(keepsBytes, statSync(touched).size - 1))
        const position = await opensAt(view)
        met.add(`${touched.slice(view.length)} ${position === 'unusable' ? position : 'usable'}`)
      }),
      { numRuns: 400 },
    )
    // It is not that everything is turned away: a write-ahead log may end early, and a view that is gone begins anew.
    expect(met).toEqual(new Set([' usable', ' unusable', '-wal usable', '-wal unusable', '-mark unusable']))
  })

  function copyOf(moment: string): string {
    const copy = mkdtempSync(join(folder, 'copy-'))
    cpSync(moment, copy, { recursive: true })
    return viewAt(copy)
  }
})

/** Where a view stands, which must be what it says; what is there is gone afterwards. */
async function opensAt(view: string): Promise<Position | 'unusable'> {
  const store = await SqliteViewStore.open(view, testFold)
  try {
    if (store instanceof UnusableView) return 'unusable'
    const position = await store.checkpoint()
    expect(await contentsOf(store)).toEqual(await historyAt(position))
    await store.close()
    return position
  } catch (error) {
    if (error instanceof UnusableView) return 'unusable'
    throw error
  } finally {
    rmSync(dirname(view), { recursive: true })
  }
}
