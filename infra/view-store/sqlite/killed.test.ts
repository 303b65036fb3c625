import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from '../testing/changes.ts'
import { historyAt } from '../testing/history-at.ts'
import { opened } from '../testing/stores-under-test.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'
import { runCommitting } from './testing/run-committing.ts'

const eventsPerStep = 20
/** More steps than are taken before the last kill. */
const stepsMax = 1_000

describe('a process that is killed while it commits', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'athar-view-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  test('leaves the view as a commit left it, over and over again', async () => {
    const stores = new SqliteViewStores(folder)
    let reached = 0
    for (const reportsBeforeKill of [1, 2, 3, 5, 8, 13, 21]) {
      let left = reportsBeforeKill
      const end = await runCommitting({
        view: join(folder, 'custody.sqlite'),
        steps: stepsMax,
        eventsPerStep,
        ending: 'close',
        onReport: (_report, child) => {
          if (--left === 0) child.kill('SIGKILL')
        },
      })
      expect(end.signal).toBe('SIGKILL')
      const acknowledged = end.reports.flatMap(report => (report.kind === 'committed' ? [report.position] : []))
      const store = await opened(stores)
      const position = await store.checkpoint()
      expect(position).toBeGreaterThanOrEqual(Math.max(reached, ...acknowledged))
      expect(await contentsOf(store)).toEqual(await historyAt(position))
      await store.close()
      reached = position
    }
    expect(reached).toBeGreaterThan(50 * eventsPerStep)
  })
})
