import { type Grams, grams, gramsOf } from '@athar/events/mass.ts'
import type { MovementFact } from '@athar/events/movement/fact.ts'
import { type Movement, originSite } from '@athar/events/movement/movement.ts'
import { isBefore } from '@athar/events/order-of-time.ts'

export type Holder = { readonly site: string } | { readonly carrier: string }

/** A time in which a party had the load, or a part of it. Times are as the senders wrote them. */
export interface Custody {
  readonly holder: Holder
  readonly from: string
  readonly fromMs: number
  /** Absent: as far as this movement goes, it has it still. Never before `from`. */
  readonly to?: string
  /** What it had when its custody began; absent while nobody has said how much there is. */
  readonly mass?: Grams
}

type CarriageType =
  | 'waste.movement.picked-up'
  | 'waste.movement.handed-over'
  | 'waste.movement.received'
  | 'waste.movement.incident-reported'
type Step = MovementFact<CarriageType>

/**
 * Who had the load, in the order in which it went from hand to hand. Custody begins with what somebody said, and ends when
 * the next begins:
 *
 * - the site of origin has it from the declaration on, unless that was made after the load had left;
 * - a carrier has it from its pick-up, or from the hand-over to it. One of whom nobody has said when it took the load over
 *   is not in the list: that is a gap (`gapsOf`);
 * - what was lost nobody has: when nothing is left, custody ends with that.
 * - a site has what it accepted from its receipt on. What it refused stays with the carrier that brought it, as a new
 *   custody of what is left.
 *
 * The pick-up comes first, then hand-overs and receipts in order of time; a receipt that takes in all that is left comes
 * last. Where the times said run backwards against that order, a custody ends when it begins.
 */
export function custodyOf(movement: Movement): readonly Custody[] {
  const chain = new CustodyChain(takenOverOf(movement))
  const steps = stepsOf(movement)
  chain.beginAtOrigin(movement, steps)
  for (const step of steps) {
    switch (step.type) {
      case 'waste.movement.picked-up':
        chain.passTo({ carrier: step.data.carrier }, step)
        break
      case 'waste.movement.handed-over':
        chain.passTo({ carrier: step.data.toCarrier }, step)
        break
      case 'waste.movement.received':
        chain.arrive(step)
        break
      case 'waste.movement.incident-reported':
        chain.lose(step)
        break
    }
  }
  return chain.intervals
}

/** What left: the pick-up says, else the declaration, else what the first gate found; `undefined` while nobody has said. */
function takenOverOf({ declaration, pickUp, receipts }: Movement): Grams | undefined {
  const kg = pickUp?.data.kg ?? declaration?.data.kg ?? receipts[0]?.data.netKg
  return kg === undefined ? undefined : gramsOf(kg)
}

function stepsOf({ pickUp, handOvers, receipts, incidents }: Movement): readonly Step[] {
  const last = receipts.at(-1)
  const closing = last !== undefined && last.data.refusedKg === 0 ? last : undefined
  const underWay: Step[] = [...handOvers, ...receipts.filter(each => each !== closing), ...incidents]
  underWay.sort((one, other) => (isBefore(one, other) ? -1 : 1))
  return [...(pickUp ? [pickUp] : []), ...underWay, ...(closing ? [closing] : [])]
}

class CustodyChain {
  readonly intervals: Custody[] = []
  /** What is on the road, by what is known. */
  #mass: Grams | undefined
  /** Place in `intervals` of the custody that the next one ends. */
  #current: number | undefined

  constructor(takenOver: Grams | undefined) {
    this.#mass = takenOver
  }

  /** A declaration that came after the load had left says nothing of when the waste was there. */
  beginAtOrigin(movement: Movement, steps: readonly Step[]): void {
    const { declaration } = movement
    const site = originSite(movement)
    if (declaration === undefined || site === undefined) return
    if (steps.some(step => step.timeMs < declaration.timeMs)) return
    this.#begin({ site }, declaration, gramsOf(declaration.data.kg))
  }

  passTo(holder: Holder, step: Step): void {
    this.#endCurrent(step)
    this.#begin(holder, step, this.#mass)
  }

  /** Nobody has what was lost. Who had the last of it is still the one who brings what a gate finds all the same. */
  lose(incident: MovementFact<'waste.movement.incident-reported'>): void {
    if (this.#mass === undefined || incident.data.lostKg === undefined) return
    this.#mass = grams(Math.max(this.#mass - gramsOf(incident.data.lostKg), 0))
    if (this.#mass === 0) this.#closeCurrent(incident)
  }

  arrive(receipt: MovementFact<'waste.movement.received'>): void {
    const { site, acceptedKg, refusedKg } = receipt.data
    const brought = this.#current === undefined ? undefined : this.intervals[this.#current]
    this.#endCurrent(receipt)
    this.#mass = gramsOf(refusedKg)
    if (acceptedKg > 0) this.intervals.push(custodyFrom({ site }, receipt, gramsOf(acceptedKg)))
    if (refusedKg > 0 && brought !== undefined && 'carrier' in brought.holder)
      this.#begin(brought.holder, receipt, this.#mass)
  }

  #begin(holder: Holder, fact: MovementFact, mass: Grams | undefined): void {
    this.#current = this.intervals.push(custodyFrom(holder, fact, mass)) - 1
  }

  #endCurrent(step: Step): void {
    this.#closeCurrent(step)
    this.#current = undefined
  }

  /** A custody that has ended already stays as it is. */
  #closeCurrent({ time, timeMs }: Step): void {
    if (this.#current === undefined) return
    const current = this.intervals[this.#current]
    if (current !== undefined && current.to === undefined)
      this.intervals[this.#current] = { ...current, to: timeMs < current.fromMs ? current.from : time }
  }
}

function custodyFrom(holder: Holder, { time, timeMs }: MovementFact, mass: Grams | undefined): Custody {
  return { holder, from: time, fromMs: timeMs, ...(mass !== undefined && { mass }) }
}
