import { originSite } from '@athar/events/movement/movement.ts'
import { isAnnounced } from '../custody/waste-of-movement.ts'
import type { FoldedEvent } from '../projection.ts'
import { incomingEntry, outgoingEntry } from './entries.ts'
import type { RegisterEntry, RegisterKind } from './register-line.ts'
import type { PickUp, Receipt, RegisteredMovement, WrittenLine } from './registered-movement.ts'

/** A statement that a register must make: about which event, in which register. */
export type Due =
  | { readonly register: 'outgoing'; readonly site: string; readonly about: PickUp }
  | { readonly register: 'incoming'; readonly site: string; readonly about: Receipt }

/**
 * What the registers must state of a movement, by all that is known of it. It hangs on the set of what was said, not on the
 * order in which it came; only on which line it stands does.
 *
 * - A pick-up stands in the outgoing register of the site that the declaration names, else the pick-up. While neither does,
 *   in none: it is written when the site becomes known.
 * - A receipt stands in the incoming register of its site, whatever its outcome.
 * - A movement that was cancelled before it left is in no register; one that left all the same has left.
 * - A redirection changes where the load that left was sent, which the producer has to be able to prove; the site from
 *   which it goes on never had it, or has it in its incoming register.
 */
export function dueOf(movement: RegisteredMovement): readonly Due[] {
  const { pickUp, receipts } = movement
  const due: Due[] = []
  const from = originSite(movement)
  if (pickUp !== undefined && from !== undefined) due.push({ register: 'outgoing', site: from, about: pickUp })
  if (receipts !== undefined)
    for (const receipt of receipts) due.push({ register: 'incoming', site: receipt.data.site, about: receipt })
  return due
}

/** Whether a line is where something due has its place: it states it, or says that it was withdrawn. */
export function isPlaceOf({ about, site }: WrittenLine, due: Due): boolean {
  return about === due.about.position && site === due.site
}

/** What is due, in the words of the register. */
export function entryOf(subject: string, movement: RegisteredMovement, due: Due): RegisterEntry {
  return due.register === 'incoming' ? incomingEntry(subject, movement, due.about) : outgoingEntry(movement, due.about)
}

/**
 * Whether an event may change what a register stated of another one, where nothing is amended: spares most events the
 * comparison. With corrections any event may, since one that lies between an original and its correction has a say. The
 * movement may hold the event already or not.
 */
export function mayChange(register: RegisterKind, { type, data }: FoldedEvent, movement: RegisteredMovement): boolean {
  switch (type) {
    case 'waste.movement.received':
      // What a gate finds is of that gate alone, unless nobody else has named the waste.
      return !isAnnounced(movement) && (data as Receipt['data']).waste !== undefined // the catalogue has validated it
    case 'waste.movement.handed-over':
      return register === 'incoming'
    case 'waste.movement.redirected':
      return register === 'outgoing'
    default:
      return true
  }
}
