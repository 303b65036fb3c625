import type { ServedProjection, StoppedProjection } from '@athar/infra/view-store/port.ts'
import type { Fold, Projection } from '@athar/projections/projection.ts'
import { type Decision, lastAbout } from './decisions.ts'
import type { StoreName } from './store-name.ts'

/** A store that is there, of a fold as the program has it. */
export interface PlannedStore extends StoreName {
  readonly served: readonly ServedProjection[]
}

/** What is to be done so that every projection of the program is built as the program and the decisions want it. */
export interface Plan<Store> {
  /** Which store answers for a projection, and which will: the same one when there is nothing to build. */
  readonly places: ReadonlyMap<string, Place<Store>>
  /** What must be built anew: one store a fold. */
  readonly missing: readonly { readonly fold: Fold; readonly projections: readonly Projection[] }[]
}

export interface Place<Store> {
  /** The oldest one that can be read. It answers until the next one has caught up. */
  readonly serving: Store | undefined
  /** The one that is as wanted. `undefined`: it is among `missing`. */
  readonly wanted: Store | undefined
}

/** Finds, for each projection of the program, the store that answers and the one that is as it is wanted. */
export function plan<Store extends PlannedStore>(
  projections: readonly Projection[],
  stores: readonly Store[],
  decisions: readonly Decision[],
): Plan<Store> {
  const inOrder = [...stores].sort((one, other) => one.build - other.build)
  const places = new Map<string, Place<Store>>()
  const missing = new Map<Fold, Projection[]>()
  for (const projection of projections) {
    const holding = inOrder.filter(store => store.fold === projection.fold.name && servedIn(store, projection))
    const newest = holding.at(-1)
    const wanted = newest && isAsWanted(newest, projection, decisions) ? newest : undefined
    const serving = holding.find(store => isReadable(store, projection))
    places.set(projection.name, { serving, wanted })
    if (wanted === undefined) missing.set(projection.fold, [...(missing.get(projection.fold) ?? []), projection])
  }
  return { places, missing: Array.from(missing, ([fold, missed]) => ({ fold, projections: missed })) }
}

/** Whether a store goes on with a projection: not when it was made by another version. */
export function isOfThisVersion(served: ServedProjection, projection: Projection): boolean {
  return served.version === projection.version && !isLeftBehind(served.stopped)
}

/**
 * What a store at a position serves, with a stop for each projection that the program has in another version: what that one
 * has made stays as it is, since this one would not fit onto it.
 */
export function servedByThisVersion(
  served: readonly ServedProjection[],
  projections: readonly Projection[],
  position: number,
): readonly ServedProjection[] {
  return served.map(each => {
    const projection = projections.find(({ name }) => name === each.name)
    if (projection === undefined || each.stopped !== undefined || isOfThisVersion(each, projection)) return each
    return { ...each, stopped: leftBehind(position, projection) }
  })
}

/** A stop that no event has caused: the program had another version, and went on without. */
function leftBehind(position: number, { version }: Projection): StoppedProjection {
  return { position, at: position, reason: `version ${version} has been built since` }
}

function isLeftBehind(stopped: StoppedProjection | undefined): boolean {
  return stopped !== undefined && stopped.at === stopped.position
}

function isAsWanted(store: PlannedStore, projection: Projection, decisions: readonly Decision[]): boolean {
  const served = servedIn(store, projection)
  return (
    served !== undefined && isOfThisVersion(served, projection) && store.decisions >= lastAbout(decisions, projection)
  )
}

function isReadable(store: PlannedStore, projection: Projection): boolean {
  const version = servedIn(store, projection)?.version ?? 0
  return version === projection.version || (version < projection.version && version >= readableFrom(projection))
}

function readableFrom({ version, readableFrom = version }: Projection): number {
  return readableFrom
}

function servedIn(store: PlannedStore, { name }: Projection): ServedProjection | undefined {
  return store.served.find(served => served.name === name)
}
