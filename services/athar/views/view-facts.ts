import type { Position } from '@athar/events/envelope.ts'
import { isBeingWritten } from '@athar/infra/event-log/sqlite/is-being-written.ts'
import {
  type ServedProjection,
  type StoppedProjection,
  UnusableView,
  type ViewDescription,
  type ViewStores,
} from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import type { Projection } from '@athar/projections/projection.ts'
import type { Decision } from '@athar/views/decisions.ts'
import { type PlannedStore, plan } from '@athar/views/plan.ts'
import { readStoreName } from '@athar/views/store-name.ts'
import { dataFiles } from '../data-files.ts'
import { headOf } from '../opened-log.ts'
import { readDecisions } from './decisions-file.ts'

/** How the views of a data folder are, as their files say. */
export interface ViewFacts {
  /** A ledger runs on the folder, and moves them on unless it was told not to. */
  readonly isServed: boolean
  readonly head: Position
  readonly projections: readonly ProjectionFacts[]
  readonly decisions: readonly Decision[]
}

/**
 * `not-built`: nothing of it is there that this program can use. `building`: a store is being built and none answers.
 * `rebuilding`: the one answers while the other is built.
 */
export type StateInWords = 'following' | 'stopped' | 'building' | 'rebuilding' | 'not-built'

export interface ProjectionFacts {
  readonly name: string
  readonly version: number
  readonly fold: string
  readonly state: StateInWords
  /** Up to where it is folded, in the store that answers or will. */
  readonly position: Position
  readonly behind: number
  readonly store?: string
  /** Of the store being built, when another one answers. */
  readonly buildingPosition?: Position
  /** Why it has stopped, in the store that answers or in the one being built. */
  readonly stopped?: StoppedProjection
}

/** A store as its file says. */
export interface StoreFacts extends PlannedStore {
  readonly name: string
  readonly checkpoint: Position
}

/** @throws CommandFailure when there is no log, or a file cannot be read. */
export async function viewFacts(dataFolder: string): Promise<ViewFacts> {
  const files = dataFiles(dataFolder)
  const head = await headOf(dataFolder)
  const decisions = readDecisions(files.viewDecisions)
  const stores = await storeFacts(new SqliteViewStores(files.views))
  const { places } = plan(catalogue, stores, decisions)
  return {
    isServed: isBeingWritten(files.log),
    head,
    decisions,
    projections: catalogue.map(projection => {
      const { serving, wanted } = places.get(projection.name) ?? {}
      return factsOf(projection, head, serving, wanted)
    }),
  }
}

/** The stores of a folder that can be read and are of a fold as this program has it. `onUnusable` is told of the others. */
export async function storeFacts(
  stores: Pick<ViewStores, 'names' | 'openForReading'>,
  onUnusable?: (unusable: UnusableView, store: string, fold: string) => void,
): Promise<readonly StoreFacts[]> {
  const facts: StoreFacts[] = []
  for (const name of await stores.names()) {
    const said = readStoreName(name)
    if (said === undefined) continue
    const read = await unlessUnusable(() => readStore(stores, name))
    if (read instanceof UnusableView) {
      onUnusable?.(read, name, said.fold)
      continue
    }
    const { fold, served, checkpoint } = read
    const why = whyOfNoUse(name, said.fold, fold)
    if (why === undefined) facts.push({ ...said, name, served, checkpoint })
    else onUnusable?.(new UnusableView('other-fold', why), name, said.fold)
  }
  return facts
}

interface StoreReading extends Pick<StoreFacts, 'served' | 'checkpoint'> {
  readonly fold: ViewDescription['fold']
}

/** Rejects with `UnusableView`, also when the ledger removes the store while it is read. */
async function readStore(stores: Pick<ViewStores, 'openForReading'>, name: string): Promise<StoreReading> {
  const view = await stores.openForReading(name)
  if (view instanceof UnusableView) throw view
  try {
    const { fold, projections: served } = await view.describe()
    return { fold, served, checkpoint: await view.snapshot(reader => reader.checkpoint()) }
  } finally {
    await view.close()
  }
}

async function unlessUnusable<Read>(read: () => Promise<Read>): Promise<Read | UnusableView> {
  try {
    return await read()
  } catch (failure) {
    if (failure instanceof UnusableView) return failure
    throw failure
  }
}

/** A store is found by its name, and goes on when the fold in it is the one that this program has under that name. */
function whyOfNoUse(store: string, named: string, held: ViewDescription['fold']): string | undefined {
  const holds = `${store} holds ${held.name} version ${held.version}`
  const known = catalogue.find(({ fold }) => fold.name === named)?.fold
  if (held.name !== named) return `${holds}, under the name of another fold`
  if (known === undefined) return `${holds}, a fold that this program does not have`
  return held.version === known.version ? undefined : `${holds}; this program folds version ${known.version}`
}

function factsOf(
  { name, version, fold }: Projection,
  head: Position,
  serving: StoreFacts | undefined,
  wanted: StoreFacts | undefined,
): ProjectionFacts {
  const about = { name, version, fold: fold.name }
  const store = serving ?? wanted
  if (store === undefined) return { ...about, state: 'not-built', position: 0, behind: head }
  const stopped = stoppedIn(store, name) ?? (wanted && stoppedIn(wanted, name))
  const position = stoppedIn(store, name)?.position ?? store.checkpoint
  const isRebuilding = serving !== undefined && serving !== wanted
  return {
    ...about,
    state: stateOf(stopped, isRebuilding, serving !== undefined && servedIn(serving, name)?.answers === true),
    position,
    behind: Math.max(0, head - position),
    store: store.name,
    ...(isRebuilding && wanted && { buildingPosition: wanted.checkpoint }),
    ...(stopped && { stopped }),
  }
}

function stateOf(stopped: StoppedProjection | undefined, isRebuilding: boolean, answers: boolean): StateInWords {
  if (isRebuilding) return 'rebuilding'
  if (stopped !== undefined) return 'stopped'
  return answers ? 'following' : 'building' // the ledger does not answer from half of a first building
}

function stoppedIn(store: StoreFacts, projection: string): StoppedProjection | undefined {
  return servedIn(store, projection)?.stopped
}

function servedIn({ served }: StoreFacts, projection: string): ServedProjection | undefined {
  return served.find(({ name }) => name === projection)
}
