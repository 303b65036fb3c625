import type { Position } from '@athar/events/envelope.ts'
import type { MovementFact } from '@athar/events/movement/fact.ts'
import type { StockPayloads } from '@athar/events/stock/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'

/** What the log says of an event beside what the event says. */
export interface Recorded {
  readonly position: Position
  readonly revision: number
  readonly recordedAt: string
  readonly recordedBy: string
}

export type RecordedFact = MovementFact & Recorded

/**
 * A movement: every fact that was recorded of it, in order of `time`, then id. It is a `MovementState`, so `movementOf`
 * reads it, and its facts keep their positions through that.
 */
export interface MovementDocument {
  readonly kind: 'movement'
  readonly facts: readonly RecordedFact[]
}

/** A treatment. It is performed once. */
export interface TreatmentDocument extends Recorded {
  readonly kind: 'treatment'
  readonly id: string
  readonly time: string
  readonly timeMs: number
  readonly data: Treatment
}

type LotEvent<Type extends keyof StockPayloads> = Recorded & {
  readonly id: string
  readonly time: string
  readonly timeMs: number
  readonly data: StockPayloads[Type]
}

/** What was said of a lot itself: its production, and what physical counts found, in order of `time`, then id. */
export interface LotDocument {
  readonly kind: 'lot'
  readonly produced?: LotEvent<'waste.lot.produced'>
  readonly adjustments: readonly LotEvent<'waste.stock.adjusted'>[]
}

export type CustodyDocument = MovementDocument | TreatmentDocument | LotDocument

/** `movement/MV-2026-000123`, `treatment/T-7`, `lot/L-1`. */
export function custodyKey(kind: CustodyDocument['kind'], subject: string): string {
  return `${kind}/${subject}`
}

/** The movement, treatment or lot that a key names. */
export function subjectOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}
