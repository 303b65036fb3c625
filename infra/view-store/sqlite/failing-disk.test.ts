import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { injecting, wasInjected, whyNoInjection } from '../../event-log/testing/strace.ts'
import { UnusableView } from '../port.ts'
import { changes, contentsOf } from '../testing/changes.ts'
import { historyAt } from '../testing/history-at.ts'
import { opened, testFold } from '../testing/stores-under-test.ts'
import { filesOfView, removeView } from './remove-view.ts'
import { SqliteViewStore } from './sqlite-view-store.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'
import type { CommittingReport } from './testing/committing-process.ts'
import { type CommittingEnd, runCommitting } from './testing/run-committing.ts'

/** More system calls of a kind than one run makes: a bound on the search for the last one. */
const callsMax = 300
const eventsPerStep = 2

interface Failure {
  readonly view: 'new' | 'left behind'
  readonly syscall: string
  readonly error: 'ENOSPC' | 'EIO'
  /** What somebody was told, for at least one n. */
  readonly told?: string
}

const failures: readonly Failure[] = [
  { view: 'new', syscall: 'pwrite64', error: 'ENOSPC', told: 'disk-full' },
  { view: 'new', syscall: 'fsync', error: 'EIO' },
  { view: 'new', syscall: 'fdatasync', error: 'EIO' },
  { view: 'new', syscall: 'ftruncate', error: 'EIO' },
  { view: 'new', syscall: 'openat', error: 'ENOSPC' },
  { view: 'new', syscall: 'mmap', error: 'EIO' },
  { view: 'left behind', syscall: 'pwrite64', error: 'EIO', told: 'io-error' },
  { view: 'left behind', syscall: 'pread64', error: 'EIO' },
  { view: 'left behind', syscall: 'fsync', error: 'EIO' },
  { view: 'left behind', syscall: 'unlink', error: 'EIO' },
]

const whyNot = whyNoInjection()
if (whyNot !== undefined) console.warn(`skipped, views on a disk that fails at its n-th operation: ${whyNot}`)

describe.skipIf(whyNot !== undefined)('a disk that fails', { timeout: 240_000 }, () => {
  let template = ''

  beforeAll(async () => {
    template = await mkdtemp(join(tmpdir(), 'athar-view-disk-'))
    await runCommitting({ view: viewIn(template), steps: 2, eventsPerStep, ending: 'vanish' })
  })

  afterAll(() => rm(template, { recursive: true }))

  test.concurrent.each(failures)(
    'at its n-th $syscall ($error, a view $view) leaves what was committed, or nothing',
    async failure => {
      const told = new Set<string>()
      let nth = 1
      for (; nth < callsMax; nth++) {
        const run = await survive(failure, nth, template)
        for (const report of run.reports) if (report.kind === 'failed') told.add(report.reason)
        if (!run.wasInjected) break
      }
      expect(nth).toBeLessThan(callsMax)
      if (failure.told !== undefined) expect(told).toContain(failure.told)
      console.info(
        `${failure.syscall} of a view ${failure.view}: ${nth - 1} places; told: ${[...told].join(', ') || 'nobody'}`,
      )
    },
  )
})

/** One run in which the n-th call fails, if there are so many. Throws when the view then says what is not so. */
async function survive({ syscall, error, view: kind }: Failure, nth: number, template: string) {
  const folder = await mkdtemp(join(tmpdir(), 'athar-view-disk-'))
  try {
    const view = viewIn(folder)
    if (kind === 'left behind') await cp(dirname(viewIn(template)), dirname(view), { recursive: true })
    const traceFile = join(folder, 'trace')
    const under = injecting({ syscall, error, nth, paths: [...filesOfView(view), dirname(view)], traceFile })
    const end = await runCommitting({ view, steps: 1, eventsPerStep, ending: 'close', under })
    expectHonesty(end)
    await expectToHold(view, end.reports)
    return { reports: end.reports, wasInjected: await wasInjected(traceFile) }
  } catch (broken) {
    throw new Error(`${syscall} number ${nth} fails with ${error}`, { cause: broken })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** It lived, had no other failure than it reported, knew what each of them was, and no failed commit took effect. */
function expectHonesty({ reports, code, complained }: CommittingEnd): void {
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  let committed: number | undefined
  for (const report of reports) {
    if (report.kind === 'committed') committed = report.position
    else expect(report.reason).not.toBe('unknown')
    if (report.kind === 'failed' && committed !== undefined) expect(report.position ?? committed).toBe(committed)
  }
}

/** What was committed is there after opening again, or the view says that it is of no use; then it can be begun anew. */
async function expectToHold(view: string, reports: readonly CommittingReport[]): Promise<void> {
  const store = await SqliteViewStore.open(view, testFold)
  if (store instanceof UnusableView) {
    removeView(view)
    const anew = await opened(new SqliteViewStores(dirname(view)))
    expect(await anew.checkpoint()).toBe(0)
    return anew.close()
  }
  const position = await store.checkpoint()
  const acknowledged = reports.flatMap(report => (report.kind === 'committed' ? [report.position] : []))
  expect(position).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged))
  expect(await contentsOf(store)).toEqual(await historyAt(position))
  await store.commit(changes(), { from: position, to: position + 1 })
  await store.close()
}

function viewIn(folder: string): string {
  return join(folder, 'data', 'custody.sqlite')
}
