import type { Directory, Permit, PermitHolder } from '@athar/events/directory/directory.ts'
import { type Activity, covers } from '@athar/events/permit-check.ts'

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
