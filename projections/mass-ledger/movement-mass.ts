import { gramsOf } from '@athar/events/mass.ts'
import type { MovementFact } from '@athar/events/movement/fact.ts'
import { type Movement, originSite } from '@athar/events/movement/movement.ts'
import type { MovementDocument } from '../custody/documents.ts'
import { readMovement } from '../custody/read-movement.ts'
import { wasteOf } from '../custody/waste-of-movement.ts'
import { inProportion } from './in-proportion.ts'

/** Stands for a site or a waste code that nobody has named yet. */
export const unknownReference = 'unknown'

/** What a movement does to mass, as far as it is told. All masses are whole grams. */
export interface MovementMass {
  /** Where it comes from: the declaration says, else the pick-up, else it is unknown. */
  readonly from: string
  /** What it is: as `wasteOf` says, else it is unknown. */
  readonly code: string
  /** `undefined`: nobody has told of a pick-up. */
  readonly takenOver: TakenOver | undefined
  /** In order of time. */
  readonly losses: readonly Loss[]
  /** In order of time. */
  readonly arrivals: readonly Arrival[]
}

/** What the first carrier took over. */
export interface TakenOver {
  readonly atMs: number
  /** The pick-up's mass, else the declaration's, else what the first receipt found; 0 as long as nobody has said. */
  readonly grams: number
  /** The lots it was taken from, each with its part of `grams`; absent: it was not in stock before, it was made there. */
  readonly lots?: readonly LotShare[]
}

export interface LotShare {
  readonly lot: string
  readonly grams: number
}

/** What was lost on the way. */
export interface Loss {
  readonly atMs: number
  readonly grams: number
}

/** What came to a gate, and what became of it there. */
export interface Arrival {
  readonly atMs: number
  readonly site: string
  /** What the receipt found, else the code of the movement. */
  readonly code: string
  /** The lot that the accepted mass makes: as the receipt calls it, else as the movement is called. */
  readonly lot: string
  /** What should have arrived. */
  readonly expectedGrams: number
  readonly netGrams: number
  readonly acceptedGrams: number
  readonly refusedGrams: number
}

const none: readonly never[] = []

/** What was asked last: several projections ask for the mass of a movement one after the other. */
let last: { readonly document: MovementDocument; readonly mass: MovementMass } | undefined

/**
 * Reads the mass of a movement (DESIGN §4) from all that was said of it, corrections applied. Depends on the set of facts
 * only. A cancellation or a redirection moves no mass: what was picked up is on the road, whatever was planned.
 *
 * `movement` is the one that the document is about; a document is never changed in place.
 */
export function movementMassOf(movement: string, document: MovementDocument): MovementMass {
  if (last?.document !== document) last = { document, mass: readMass(movement, document) }
  return last.mass
}

function readMass(movement: string, document: MovementDocument): MovementMass {
  const read = readMovement(document)
  const code = wasteOf(read)?.code ?? unknownReference
  const losses = read.incidents.length === 0 ? none : lossesOf(read)
  const takenOver = takenOverBy(read)
  return {
    from: originSite(read) ?? unknownReference,
    code,
    takenOver,
    losses,
    arrivals: read.receipts.length === 0 ? none : arrivalsOf(movement, read, code, losses, takenOver?.grams),
  }
}

function takenOverBy({ pickUp, declaration, receipts }: Movement): TakenOver | undefined {
  if (pickUp === undefined) return undefined
  const grams = gramsOf(pickUp.data.kg ?? declaration?.data.kg ?? receipts[0]?.data.netKg ?? 0)
  const lots = declaration?.data.lots
  const atMs = pickUp.timeMs
  return lots === undefined ? { atMs, grams } : { atMs, grams, lots: sharesOf(grams, lots) }
}

/** What each lot gives: in proportion to what was declared of it, to the gram. */
function sharesOf(grams: number, lots: readonly { readonly lot: string; readonly kg: number }[]): readonly LotShare[] {
  const shares = inProportion(
    grams,
    lots.map(({ kg }) => gramsOf(kg)),
  )
  return lots.map(({ lot }, place) => ({ lot, grams: shares[place] ?? 0 }))
}

function lossesOf({ incidents }: Movement): readonly Loss[] {
  const losses: Loss[] = []
  for (const { timeMs, data } of incidents)
    if (data.lostKg !== undefined) losses.push({ atMs: timeMs, grams: gramsOf(data.lostKg) })
  return losses
}

/**
 * What should arrive at the first gate is what was taken over, or, as long as nobody has told of a pick-up, what arrived;
 * at the next gate it is what the gate before refused. What was lost on the way to a gate does not arrive there.
 */
function arrivalsOf(
  movement: string,
  { receipts }: Movement,
  code: string,
  losses: readonly Loss[],
  takenOverGrams: number | undefined,
): readonly Arrival[] {
  let onTheRoad = takenOverGrams
  return receipts.map((receipt, place) => {
    const { site, netKg, acceptedKg, refusedKg, lot = movement, waste } = receipt.data
    const netGrams = gramsOf(netKg)
    const refusedGrams = gramsOf(refusedKg)
    const expectedGrams =
      onTheRoad === undefined ? netGrams : onTheRoad - lostOnTheWayTo(place, receipts, losses, refusedGrams)
    onTheRoad = refusedGrams
    return {
      atMs: receipt.timeMs,
      site,
      code: waste?.code ?? code,
      lot,
      expectedGrams,
      netGrams,
      acceptedGrams: gramsOf(acceptedKg),
      refusedGrams,
    }
  })
}

/**
 * A loss counts at the first gate reached at or after it. One that is dated after the last gate was on the way to that gate
 * when it let everything in, because there was nothing on the road any more; what it refused can still be lost.
 */
function lostOnTheWayTo(
  place: number,
  receipts: readonly MovementFact<'waste.movement.received'>[],
  losses: readonly Loss[],
  refusedGrams: number,
): number {
  if (losses.length === 0) return 0
  const afterMs = receipts[place - 1]?.timeMs ?? Number.NEGATIVE_INFINITY
  const isLast = place === receipts.length - 1
  const untilMs = isLast && refusedGrams === 0 ? Number.POSITIVE_INFINITY : (receipts[place]?.timeMs ?? afterMs)
  let lost = 0
  for (const { atMs, grams } of losses) if (atMs > afterMs && atMs <= untilMs) lost += grams
  return lost
}
