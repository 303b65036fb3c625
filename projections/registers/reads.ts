import type { MovementEventType, MovementPayloads } from '@athar/events/movement/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'
import type { FoldedEvent, LoadedDocuments } from '../projection.ts'
import { headKey } from './documents.ts'
import { mayChange } from './due.ts'
import type { RegisteredMovement } from './registered-movement.ts'

/**
 * The movement of an event, and the end of each register into which the event may have a line written, as far as the
 * movement is known. Most events name one: each name that is more is looked up for each event, twice where it hangs on what
 * is known.
 */
export function readsOf(event: FoldedEvent, loaded: LoadedDocuments): readonly string[] {
  // The log holds what the catalogue has validated; the only type of this family.
  if (event.family === 'treatment') return [headKey((event.data as Treatment).site, 'treatment')]
  const keys = [event.stream]
  // Of this key the fold sets nothing else. Of what the first event of a stream is about, nothing is known.
  const known = event.revision === 0 ? undefined : (loaded.get(event.stream) as RegisteredMovement | undefined)
  addEndsNamedBy(event, known, keys)
  if (known !== undefined) addEndsOf(known, event, keys)
  return keys
}

function addEndsNamedBy({ type, data }: FoldedEvent, known: RegisteredMovement | undefined, keys: string[]): void {
  // The catalogue has validated `data` against the schema of `type`.
  switch (type as MovementEventType) {
    case 'waste.movement.received':
      keys.push(headKey((data as MovementPayloads['waste.movement.received']).site, 'incoming'))
      return
    case 'waste.movement.declared':
      if (known !== undefined) addOutgoing(data, keys) // a declaration alone is in no register
      return
    case 'waste.movement.picked-up':
      addOutgoing(data, keys)
      return
    case 'waste.movement.corrected':
      addOutgoing((data as MovementPayloads['waste.movement.corrected']).data, keys) // its original may come later
      return
  }
}

/** The registers that state something of a movement, or may have to, and of which an event may change that. */
function addEndsOf(known: RegisteredMovement, event: FoldedEvent, keys: string[]): void {
  const { declaration, pickUp, receipts, amendments } = known
  if (amendments !== undefined || mayChange('outgoing', event, known)) {
    if (declaration !== undefined) addOutgoing(declaration.data, keys)
    if (pickUp !== undefined) addOutgoing(pickUp.data, keys)
  }
  if (receipts !== undefined && (amendments !== undefined || mayChange('incoming', event, known)))
    for (const { data } of receipts) keys.push(headKey(data.site, 'incoming'))
  if (amendments !== undefined)
    for (const one of amendments) if (one.type === 'waste.movement.corrected') addOutgoing(one.data.data, keys)
}

function addOutgoing(payload: unknown, keys: string[]): void {
  const { fromSite } = payload as { readonly fromSite?: unknown }
  if (typeof fromSite === 'string') keys.push(headKey(fromSite, 'outgoing'))
}
