import { addMass, type Grams, grams } from '@athar/events/mass.ts'
import type { Site } from '../cast/site.ts'
import type { Lot, TakenLot } from './lot.ts'
import { less } from './masses.ts'

/** A truck of one waste that waits to be sent on, with the lots it takes. */
export interface Shipment {
  readonly from: Site
  readonly code: string
  readonly taken: readonly TakenLot[]
}

const truckGrams = grams(22_000_000)

/** Less than this waits for more. */
const worthATripGrams = grams(5_000_000)

/** So many lots go also when they are light. */
const lotsMax = 60

/** Puts lots of one waste on trucks, the oldest first. What is not worth a trip stays in `lots`. */
export function loadTrucks(from: Site, code: string, lots: Lot[]): Shipment[] {
  const shipments: Shipment[] = []
  while (lots.length >= lotsMax || massOf(lots) >= worthATripGrams) shipments.push({ from, code, taken: fill(lots) })
  return shipments
}

function fill(lots: Lot[]): TakenLot[] {
  const taken: TakenLot[] = []
  let room = truckGrams
  for (let lot = lots[0]; lot !== undefined && room > 0 && taken.length < lotsMax; lot = lots[0]) {
    const part = grams(Math.min(lot.grams, room))
    taken.push({ lot: lot.id, grams: part })
    room = less(room, part)
    lot.grams = less(lot.grams, part)
    if (lot.grams > 0) break
    lots.shift()
  }
  return taken
}

function massOf(lots: readonly Lot[]): Grams {
  return addMass(...lots.map(lot => lot.grams))
}
