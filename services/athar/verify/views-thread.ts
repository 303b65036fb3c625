import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { UnusableView } from '@athar/infra/view-store/port.ts'
import { Snapshots } from '@athar/infra/view-store/sqlite/snapshots.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { type Decision, omissionsOf } from '@athar/views/decisions.ts'
import { isOfThisVersion, plan } from '@athar/views/plan.ts'
import { loadNationalList } from '../national-list.ts'
import { type StoreFacts, storeFacts } from '../views/view-facts.ts'
import { type StoreVerification, verifyStore } from './verify-store.ts'

/** What a thread is started for: to compare the stores of some folds. */
export interface ViewsOrder {
  readonly logFile: string
  readonly viewsFolder: string
  /** Where the log is folded into. */
  readonly secondFolder: string
  readonly decisions: readonly Decision[]
  readonly folds: readonly string[]
  readonly nationalList: string | undefined
}

export type ViewsReply =
  | { readonly kind: 'advanced'; readonly events: number }
  | { readonly kind: 'verified'; readonly verified: VerifiedStore }
  | { readonly kind: 'unusable'; readonly unusable: UnusableStore }
  | { readonly kind: 'other'; readonly other: OtherStore }

/** A store of which nothing can be compared. */
export interface UnusableStore {
  readonly store: string
  readonly why: string
}

/** A store that another program has written, or that stands under another name: there is nothing wrong with it, and nothing to compare. */
export interface OtherStore extends UnusableStore {
  /** What of this program would be compared if it were there. */
  readonly projections: readonly string[]
}

export interface VerifiedStore extends StoreVerification {
  readonly store: string
  readonly projections: readonly string[]
  /** What the store answers for and was not compared, because it has stopped. */
  readonly stopped: readonly string[]
}

const port = parentPort
if (port === null) throw new Error('views are verified in a worker thread')
const order = workerData as ViewsOrder // given by verify-views.ts

loadNationalList(order.nationalList)
const log = new SqliteLogReader(order.logFile)
const stores = await storeFacts(new SqliteViewStores(order.viewsFolder), ({ reason, message }, store, fold) => {
  const ofFold = catalogue.filter(each => each.fold.name === fold)
  // What is of no fold of this program is told of by the thread that has the first one.
  if (!order.folds.includes((ofFold[0] ?? catalogue[0])?.fold.name ?? '')) return
  const isBroken = reason === 'damaged' || reason === 'not-a-view'
  if (isBroken) say({ kind: 'unusable', unusable: { store, why: message } })
  else say({ kind: 'other', other: { store, projections: ofFold.map(({ name }) => name), why: message } })
})
const { places } = plan(catalogue, stores, order.decisions)
for (const store of stores) if (order.folds.includes(store.fold)) await verifyUnlessDamaged(store)
await log.close()

/** Damage that is met only while it is read is what this looks for, and no reason not to look at the others. */
async function verifyUnlessDamaged(facts: StoreFacts): Promise<void> {
  try {
    await verify(facts)
  } catch (error) {
    if (!(error instanceof UnusableView)) throw error
    say({ kind: 'unusable', unusable: { store: facts.name, why: error.message } })
  }
}

async function verify(facts: StoreFacts): Promise<void> {
  for (const { name, version } of catalogue) {
    const held = facts.served.find(served => served.name === name)?.version
    if (held === undefined || held === version) continue
    const why = `${facts.name} holds ${name} version ${held}; this program has version ${version}`
    say({ kind: 'other', other: { store: facts.name, projections: [name], why } })
  }
  const answered = catalogue.flatMap(projection => {
    const served = facts.served.find(({ name }) => name === projection.name)
    const isServing = places.get(projection.name)?.serving === facts
    return served !== undefined && isServing && isOfThisVersion(served, projection) ? [{ projection, served }] : []
  })
  const projections = answered.filter(({ served }) => served.stopped === undefined).map(each => each.projection)
  const stopped = answered.filter(({ served }) => served.stopped !== undefined).map(each => each.projection.name)
  if (projections.length === 0) return
  const snapshots = new Snapshots(join(order.viewsFolder, `${facts.name}.sqlite`))
  const snapshot = snapshots.take()
  try {
    const verification = await verifyStore({
      log,
      projections,
      ofFold: catalogue.filter(({ fold }) => fold.name === facts.fold),
      omissions: omissionsOf(order.decisions),
      snapshot,
      second: new SqliteViewStores(order.secondFolder),
      name: facts.name,
      advance: events => say({ kind: 'advanced', events }),
    })
    const names = projections.map(({ name }) => name)
    say({ kind: 'verified', verified: { store: facts.name, projections: names, stopped, ...verification } })
  } finally {
    snapshot.release()
    snapshots.close()
  }
}

function say(reply: ViewsReply): void {
  port?.postMessage(reply)
}
