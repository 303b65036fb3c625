import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { catalogue } from '@athar/projections/catalogue.ts'
import { dataFiles } from '../data-files.ts'
import { runThreads } from '../run-threads.ts'
import { readDecisions } from '../views/decisions-file.ts'
import { foldShares } from '../views/fold-shares.ts'
import type { OtherStore, UnusableStore, VerifiedStore, ViewsOrder, ViewsReply } from './views-thread.ts'

export interface VerifyViewsOptions {
  readonly dataFolder: string
  readonly threads: number
  readonly nationalList: string | undefined
  /** Told how many events were folded since the last time, each once a store. */
  readonly advance: (events: number) => void
}

export interface ViewsVerification {
  /** Nothing differs, every file can be read, and all mass adds up to zero. */
  readonly well: boolean
  readonly stores: readonly VerifiedStore[]
  /** Files that are damaged, or are no views at all. A ledger removes them and folds them again. */
  readonly unusable: readonly UnusableStore[]
  /** Files that are whole and not compared: of another version of this program, or under the name of another fold. */
  readonly others: readonly OtherStore[]
  /** Projections of which there is nothing to compare: they are not built, or what there is of them is among `others`. */
  readonly missing: readonly string[]
  /** All accounts of mass together, in grams: 0. */
  readonly sumGrams?: number
}

/**
 * Folds the log from nothing into second stores, beside a ledger that may run, and compares every document, entry, journal
 * and sum with what the views hold at the position where they are. It takes as much room on the disk as the views do.
 *
 * @throws CommandFailure when the decisions cannot be read; what the disk throws.
 */
export async function verifyViews({ dataFolder, threads, ...options }: VerifyViewsOptions): Promise<ViewsVerification> {
  const files = dataFiles(dataFolder)
  const decisions = readDecisions(files.viewDecisions)
  if (!existsSync(files.views))
    return { well: true, stores: [], unusable: [], others: [], missing: catalogue.map(({ name }) => name) }
  const secondFolder = mkdtempSync(`${files.views}-verify-`)
  try {
    const { nationalList, advance } = options
    const shares = foldShares(threads).map((folds): Share => ({ folds, stores: [], unusable: [], others: [] }))
    const workers = shares.map(({ folds, stores, unusable, others }) => {
      const order = { logFile: files.log, viewsFolder: files.views, secondFolder, decisions, folds, nationalList }
      return startThread(order, reply => {
        if (reply.kind === 'advanced') advance(reply.events)
        else if (reply.kind === 'verified') stores.push(reply.verified)
        else if (reply.kind === 'unusable') unusable.push(reply.unusable)
        else others.push(reply.other)
      })
    })
    await runThreads(workers)
    return judged(
      shares.flatMap(({ stores }) => stores),
      shares.flatMap(({ unusable }) => unusable),
      shares.flatMap(({ others }) => others),
    )
  } finally {
    rmSync(secondFolder, { recursive: true, force: true })
  }
}

function judged(
  stores: readonly VerifiedStore[],
  unusable: readonly UnusableStore[],
  others: readonly OtherStore[],
): ViewsVerification {
  const looked = new Set(stores.flatMap(({ projections, stopped }) => [...projections, ...stopped]))
  const sumGrams = stores.find(store => store.sumGrams !== undefined)?.sumGrams
  return {
    well: unusable.length === 0 && stores.every(({ found }) => found === 0) && (sumGrams ?? 0) === 0,
    stores,
    unusable,
    others,
    missing: catalogue.map(({ name }) => name).filter(name => !looked.has(name)),
    ...(sumGrams !== undefined && { sumGrams }),
  }
}

/** What one thread compares, and what it has found. */
interface Share {
  readonly folds: readonly string[]
  readonly stores: VerifiedStore[]
  readonly unusable: UnusableStore[]
  readonly others: OtherStore[]
}

function startThread(order: ViewsOrder, take: (reply: ViewsReply) => void): Worker {
  const thread = new Worker(new URL('./views-thread.ts', import.meta.url), { workerData: order, name: 'verify-views' })
  return thread.on('message', take)
}
