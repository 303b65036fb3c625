import { eventTypeOf } from '@athar/events/catalogue.ts'
import { readRecorded, type SubmittedEvent } from '@athar/events/envelope.ts'
import { upcast } from '@athar/events/event-type.ts'
import { movementOf, partiesOf } from '@athar/events/movement/movement.ts'
import { evolveMovement, initialMovement } from '@athar/events/movement/state.ts'
import type { Party } from '@athar/events/speaking.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { PlacedEvent } from '../feed/framing.ts'

/** Whether one of these organisations has a part in a movement: as a carrier, or as the holder of one of its sites. */
export async function haveAPart(
  organisations: ReadonlySet<string>,
  events: readonly PlacedEvent[],
  ledger: Pick<LedgerGate, 'holdersOf'>,
): Promise<boolean> {
  const parties = [...partiesIn(events)]
  if (namesOf(parties, 'carrier').some(carrier => organisations.has(carrier))) return true
  const holders = await ledger.holdersOf(namesOf(parties, 'site'))
  return holders.some(holder => holder !== undefined && organisations.has(holder))
}

/** By the movement as it stands, corrections applied: who was named by mistake does not go on reading. */
function partiesIn(events: readonly PlacedEvent[]): ReadonlySet<Party> {
  return partiesOf(movementOf(events.map(readEvent).reduce(evolveMovement, initialMovement)))
}

/** The submitted event, its payload brought to the newest version. */
function readEvent({ position, bytes }: PlacedEvent): SubmittedEvent {
  const { event, version = 1 } = readRecorded(position, Buffer.from(bytes).toString())
  const type = eventTypeOf(event.type)
  if (type === undefined)
    throw new Error(`position ${position} holds a ${event.type}, which this version does not know`)
  return { ...event, data: upcast(type, version, event.data) }
}

function namesOf(parties: readonly Party[], kind: 'site' | 'carrier'): readonly string[] {
  const start = `${kind}:`
  return parties.filter(party => party.startsWith(start)).map(party => party.slice(start.length))
}
