import {
  type Directory,
  FoldedDirectory,
  type Permit,
  type PermitHolder,
  type PermitKind,
} from '@athar/events/directory/directory.ts'
import type { DirectoryDocument } from './documents.ts'

/**
 * A directory of some sites and permits, as the deciders ask it: what a permit is worth at a time is one rule, and it
 * stands in `events/directory`. It knows what these documents say, and nothing of any other site or holder.
 */
export function directoryOf(documents: Iterable<DirectoryDocument>): Directory {
  const directory = new FoldedDirectory()
  for (const document of documents) {
    if (document.kind === 'site') directory.evolve(document.registered)
    if (document.kind !== 'permit') continue
    if (document.granted !== undefined) directory.evolve(document.granted)
    for (const stop of document.stops) directory.evolve(stop)
  }
  return directory
}

/** What somebody did that may take a permit. */
export interface Activity {
  readonly kind: PermitKind
  /** The waste, by its code. */
  readonly code: string
  /** Of a treatment: by which operation. */
  readonly operation?: string
}

/** A permit that allows an activity to one of the holders and is in force at that time; `undefined` when there is none. */
export function permitInForce(
  directory: Directory,
  holders: readonly PermitHolder[],
  activity: Activity,
  timeMs: number,
): Permit | undefined {
  for (const holder of holders)
    for (const permit of directory.permitsOf(holder))
      if (covers(permit, activity) && directory.whyNotInForce(permit.id, timeMs) === undefined) return permit
  return undefined
}

/** Whether a permit is for such an activity, at whatever time. One that names no operation is for all of them. */
export function covers(
  permit: Pick<Permit, 'kind' | 'wastes' | 'operations'>,
  { kind, code, operation }: Activity,
): boolean {
  if (permit.kind !== kind || !permit.wastes.some(prefix => code.startsWith(prefix))) return false
  return (
    operation === undefined || permit.operations === undefined || permit.operations.some(each => each === operation)
  )
}
