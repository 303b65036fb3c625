import { validityOf } from '@athar/events/directory/directory.ts'
import type { Position } from '@athar/events/envelope.ts'
import { gramsOf } from '@athar/events/mass.ts'
import type { PermitDocument } from '@athar/projections/directory/documents.ts'
import { directoryOf } from '@athar/projections/directory/known-directory.ts'

/** What a site may hold from a time on, by all of its permits together that were in force then and say how much. */
export interface PermittedCapacity {
  readonly fromMs: number
  /** `undefined`: none of them said how much. */
  readonly grams: number | undefined
  /** The events by which it became so: grants, and what stopped a permit. */
  readonly positions: readonly Position[]
}

/** A permit that says how much begins to be in force, or ceases to be. */
interface Change {
  readonly atMs: number
  readonly begins: boolean
  readonly grams: number
  readonly positions: readonly Position[]
}

/** What a site was allowed to hold, each time that this changed until a time, newest first. Before the oldest no permit said. */
export function permittedCapacities(permits: readonly PermitDocument[], untilMs: number): readonly PermittedCapacity[] {
  const changes = Map.groupBy(
    permits.flatMap(changesOf).filter(({ atMs }) => atMs <= untilMs),
    ({ atMs }) => atMs,
  )
  let inForce = 0
  let grams = 0
  const capacities = [...changes]
    .sort(([one], [other]) => one - other)
    .map(([fromMs, together]) => {
      for (const change of together) {
        inForce += change.begins ? 1 : -1
        grams += change.begins ? change.grams : -change.grams
      }
      const positions = together.flatMap(change => change.positions)
      return { fromMs, grams: inForce > 0 ? grams : undefined, positions }
    })
  return capacities.toReversed()
}

function changesOf({ granted, stops }: PermitDocument): readonly Change[] {
  if (granted?.data.capacityKg === undefined) return []
  const grams = gramsOf(granted.data.capacityKg)
  const directory = directoryOf([{ kind: 'permit', granted, stops }])
  const isInForce = (timeMs: number) => directory.whyNotInForce(granted.subject, timeMs) === undefined
  const { fromMs, beforeMs } = validityOf(granted.data)
  const times = new Set([fromMs, beforeMs, ...stops.map(({ data }) => Date.parse(data.from))])
  return [...times].flatMap(atMs => {
    const begins = isInForce(atMs)
    if (begins === isInForce(atMs - 1)) return []
    const stopped = stops.filter(({ data }) => Date.parse(data.from) === atMs).map(({ position }) => position)
    return { atMs, begins, grams, positions: stopped.length > 0 ? stopped : [granted.position] }
  })
}
