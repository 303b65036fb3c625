import { Worker } from 'node:worker_threads'
import { WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import { dataFiles } from '../data-files.ts'
import { bearEverythingYoung, foldingYoungGenerationMb } from '../heaps.ts'
import { loadNationalList } from '../national-list.ts'
import { runThreads } from '../run-threads.ts'
import { readDecisions } from './decisions-file.ts'
import { foldShares } from './fold-shares.ts'
import type { RebuildOrder, RebuildReply } from './rebuild-thread.ts'
import { keepViewsOfThisBasis } from './views-basis.ts'

export interface RebuildOptions {
  readonly dataFolder: string
  readonly threads: number
  readonly nationalList: string | undefined
  /** Told how many events were taken in since the last time, by the thread that has most to do. */
  readonly advance: (events: number) => void
  readonly note: (text: string) => void
}

/**
 * Builds all that is to be built, in a data folder that no ledger serves, and none can serve meanwhile. Answers false when
 * something has stopped.
 *
 * @throws LogInUse when a ledger runs on the folder; what the disk throws.
 */
export async function rebuildViews({ dataFolder, threads, ...options }: RebuildOptions): Promise<boolean> {
  bearEverythingYoung()
  const files = dataFiles(dataFolder)
  const lock = WriterLock.take(`${files.log}-lock`)
  try {
    const decisions = readDecisions(files.viewDecisions)
    const { nationalList, advance, note } = options
    loadNationalList(nationalList)
    const why = keepViewsOfThisBasis(files.views)
    if (why !== undefined) note(`all views are folded anew: ${why}`)
    let built = 0
    const workers = foldShares(threads).map((folds, index) => {
      const order = { logFile: files.log, viewsFolder: files.views, decisions, folds, nationalList }
      return startThread(order, reply => {
        if (reply.kind === 'done') built += reply.built ? 1 : 0
        else if (reply.kind === 'said') note(reply.text)
        else if (index === 0) advance(reply.events)
      })
    })
    await runThreads(workers)
    return built === workers.length
  } finally {
    lock.release()
  }
}

function startThread(order: RebuildOrder, take: (reply: RebuildReply) => void): Worker {
  const thread = new Worker(new URL('./rebuild-thread.ts', import.meta.url), {
    workerData: order,
    name: 'rebuild',
    resourceLimits: { maxYoungGenerationSizeMb: foldingYoungGenerationMb },
  })
  return thread.on('message', take)
}
