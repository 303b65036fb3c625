import { essentialsOf } from '@athar/events/movement/essentials.ts'
import type { MovementEventType, MovementPayloads } from '@athar/events/movement/schema.ts'
import { withInOrder } from '@athar/events/order-of-time.ts'
import type { StockPayloads } from '@athar/events/stock/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'
import type { Documents, Fold, FoldedEvent } from '../projection.ts'
import {
  custodyKey,
  type LotDocument,
  type MovementDocument,
  type Recorded,
  type RecordedFact,
  type TreatmentDocument,
} from './documents.ts'

/** Movements, treatments and lots as they are known: what most projections look at, kept once. */
export const custodyFold: Fold = {
  name: 'custody',
  version: 1,
  families: ['movement', 'lot', 'treatment'],
  reads: event => [keyOf(event)],
  apply(event, documents) {
    switch (event.family) {
      case 'movement':
        return applyToMovement(event, documents)
      case 'treatment':
        return applyToTreatment(event, documents)
      case 'lot':
        return applyToLot(event, documents)
    }
  },
}

function keyOf({ family, subject }: FoldedEvent): string {
  // Only events of the three families of this fold come here, and they are called as its documents are.
  return custodyKey(family as 'movement' | 'lot' | 'treatment', subject)
}

function applyToMovement(event: FoldedEvent, documents: Documents): void {
  const key = keyOf(event)
  const known = documents.get(key) as MovementDocument | undefined // of this key this fold sets nothing else
  documents.set(key, {
    kind: 'movement',
    facts: withInOrder(known?.facts ?? none, recordedFact(event)),
  } satisfies MovementDocument)
}

/** As `factOf`, without reading the time again, and in one object: this runs for every event. */
function recordedFact(event: FoldedEvent): RecordedFact {
  // The log holds what the catalogue has validated against the schema of `type`.
  const { id, type, time, timeMs, data, position, revision, recordedAt, recordedBy } = event as FoldedEvent<
    MovementEventType,
    MovementPayloads[MovementEventType]
  >
  const said = essentialsOf(type, data)
  return { id, type, time, timeMs, data: said, position, revision, recordedAt, recordedBy } as RecordedFact // pairs them
}

function applyToTreatment(event: FoldedEvent, documents: Documents): void {
  const { id, time, timeMs } = event
  const data = event.data as Treatment // the log holds what the catalogue has validated; the only type of this family
  documents.set(keyOf(event), {
    kind: 'treatment',
    id,
    time,
    timeMs,
    data,
    ...recordedOf(event),
  } satisfies TreatmentDocument)
}

function applyToLot(event: FoldedEvent, documents: Documents): void {
  const key = keyOf(event)
  const known = (documents.get(key) as LotDocument | undefined) ?? { kind: 'lot', adjustments: [] }
  const { id, time, timeMs } = event
  const said = { id, time, timeMs, ...recordedOf(event) }
  const isProduction = event.type === 'waste.lot.produced'
  // The log holds what the catalogue has validated against the schema of `type`, here and below.
  const produced = isProduction && { ...said, data: event.data as StockPayloads['waste.lot.produced'] }
  const adjusted = !isProduction && { ...said, data: event.data as StockPayloads['waste.stock.adjusted'] }
  documents.set(key, {
    ...known,
    ...(produced && { produced }),
    ...(adjusted && { adjustments: withInOrder(known.adjustments, adjusted) }),
  } satisfies LotDocument)
}

function recordedOf({ position, revision, recordedAt, recordedBy }: FoldedEvent): Recorded {
  return { position, revision, recordedAt, recordedBy }
}

const none: readonly never[] = []
