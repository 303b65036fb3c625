import type { Position } from '@athar/events/envelope.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import {
  UnusableView,
  type ViewContent,
  type ViewReader,
  type ViewStore,
  type ViewStores,
} from '@athar/infra/view-store/port.ts'
import type { Snapshot } from '@athar/infra/view-store/sqlite/snapshots.ts'
import { accountPrefix, bookedKinds } from '@athar/projections/mass-ledger/accounts.ts'
import type { Projection } from '@athar/projections/projection.ts'
import { whyOfAnotherLog } from '@athar/views/another-log.ts'
import { type ContentDifference, differences } from '@athar/views/compare-contents.ts'
import { EventHashes } from '@athar/views/event-hashes.ts'
import { foldAnew } from '@athar/views/fold-anew.ts'
import type { Omissions } from '@athar/views/omissions.ts'

/** A store to be compared with what the log gives. */
export interface VerifyStoreOptions {
  readonly log: EventLogReader
  /** What is compared: the projections that it answers for and that have not stopped; their fold is theirs. */
  readonly projections: readonly Projection[]
  /** All projections of the program on this fold. */
  readonly ofFold: readonly Projection[]
  readonly omissions: Omissions
  /** The store as it is at this moment. */
  readonly snapshot: Snapshot
  /** Where to fold the log into, under a name that is free. */
  readonly second: ViewStores
  readonly name: string
  readonly advance: (events: number) => void
}

export interface StoreVerification {
  /** Up to where the store is folded, and was compared. */
  readonly position: Position
  /** Things that were looked at. */
  readonly compared: number
  /** The first of them; `found` counts all. */
  readonly differences: readonly ContentDifference[]
  readonly found: number
  /** All accounts of mass together, in grams; absent when the store holds none. */
  readonly sumGrams?: number
}

const keptMax = 100

/** Folds the log from nothing into a second store and compares everything that is in them. */
export async function verifyStore(options: VerifyStoreOptions): Promise<StoreVerification> {
  const { log, projections, ofFold, omissions, snapshot, second, name, advance } = options
  const fold = projections[0]?.fold
  if (fold === undefined) throw new RangeError('a store is compared by what it answers for')
  const position = await snapshot.view.checkpoint()
  const head = await log.head()
  const store = await second.open(name, { name: fold.name, version: fold.version })
  if (store instanceof UnusableView) throw store
  try {
    await foldAnew({ log, store, fold, projections, omissions, upTo: position, advance })
    const prefixes = projections.map(projection => `${projection.name}:`)
    // What others have posted that have stopped, or have moved to another store, is still there.
    const isAllThatPosts = ofFold.every(each => each.postings === undefined || projections.includes(each))
    let compared = 0
    const kept: ContentDifference[] = []
    let found = 0
    const isCompared = (content: ViewContent): boolean => {
      if (!isOurs(content, prefixes)) return false
      compared++
      return true
    }
    for await (const each of differences(snapshot.contents(), store.contents(), isCompared)) {
      if (each.kind === 'account' && each.found === 'not-due' && !isAllThatPosts) continue
      found++
      if (kept.length < keptMax) kept.push(each)
    }
    const another = await whyOfAnotherLog(standingOf(snapshot, position), { head, hashes: new EventHashes(log) })
    if (another !== undefined) {
      found++
      kept.push({ kind: 'checkpoint', name: another, found: 'other' })
    }
    const hasMass = projections.some(each => each.name === 'mass-ledger')
    const sumGrams = hasMass ? await sumOfMass(snapshot.view) : undefined
    return { position, compared, differences: kept, found, ...(sumGrams !== undefined && { sumGrams }) }
  } finally {
    await store.close()
    await second.remove(name)
  }
}

/** How far the store says that it is, and from which log. */
function standingOf(snapshot: Snapshot, position: Position): Pick<ViewStore, 'checkpoint' | 'describe'> {
  return { checkpoint: async () => position, describe: async () => snapshot.describe() }
}

/** Names of indexes and sums begin with the name of their projection; documents and accounts are everybody's. */
function isOurs({ kind, name }: ViewContent, prefixes: readonly string[]): boolean {
  return kind === 'document' || kind === 'account' || prefixes.some(prefix => name.startsWith(prefix))
}

const accountsPerPage = 10_000

async function sumOfMass(view: ViewReader): Promise<number> {
  let sum = 0
  for (const kind of bookedKinds) {
    const prefix = accountPrefix.ofKind(kind)
    for (let after: string | undefined; ; ) {
      const range = { prefix, limit: accountsPerPage, only: 'not-zero' as const }
      const accounts = await view.accounts(after === undefined ? range : { ...range, after })
      for (const { total } of accounts) sum += total
      if (accounts.length < accountsPerPage) break
      after = accounts.at(-1)?.account
    }
  }
  return sum
}
