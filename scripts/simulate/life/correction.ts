import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type Grams, gramsOf } from '@athar/events/mass.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import { minuteMs } from '../algiers-time.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import type { Load } from './load.ts'
import type { Lot } from './lot.ts'
import { atOnce, tell } from './tell.ts'

/** Somebody notices that what he said was wrong. */
export interface CorrectionDue {
  readonly kind: 'correction'
  readonly load: Load
  readonly original: SubmittedEvent
  readonly originalMs: number
  readonly data: { readonly [field: string]: unknown }
  /** The lot that the original made. */
  readonly lot: Lot | undefined
}

/** Another party, whose own event came in between, says yes or no. */
export interface AnswerDue {
  readonly kind: 'answer'
  readonly subject: string
  readonly correction: string
  readonly by: Party
  readonly source: string
}

type Party = MovementPayloads['waste.movement.correction-approved']['by']

export function correctLater(
  life: Life,
  load: Load,
  original: SubmittedEvent,
  data: { readonly [field: string]: unknown },
  nowMs: number,
  lot?: Lot,
): void {
  const due: CorrectionDue = { kind: 'correction', load, original, originalMs: nowMs, data, lot }
  const minutes = lot === undefined ? life.random.between(30, 2400) : life.random.between(20, 600)
  life.actions.put(nowMs + minutes * minuteMs, due)
}

export function correct(life: Life, { load, original, originalMs, data, lot }: CorrectionDue, nowMs: number): void {
  const { random } = life
  const { source, subject } = original
  const event = tell(
    life,
    {
      type: 'waste.movement.corrected',
      source,
      subject,
      timeMs: nowMs,
      data: { corrects: original.id, data, reason: random.pick(reasons) },
    },
    atOnce(nowMs, random),
  )
  const accepted = massAccepted(data)
  if (lot !== undefined && accepted !== undefined) lot.grams = accepted
  const other = partyBetween(load, original, originalMs)
  if (other === undefined || !random.chance(rates.correctionAnswered)) return
  const due: AnswerDue = { kind: 'answer', subject, correction: event.id, ...other }
  life.actions.put(nowMs + random.between(30, 1500) * minuteMs, due)
}

const reasons = ['deux chiffres intervertis', 'ticket de pesée mal lu', 'erreur de saisie', 'خطأ في إدخال الوزن']

/** The receipt's mass as the correction has it; `undefined` when it corrects something else. */
function massAccepted(data: CorrectionDue['data']): Grams | undefined {
  const { acceptedKg } = data
  return typeof acceptedKg === 'number' ? gramsOf(acceptedKg) : undefined
}

/** Who must answer: a party whose event lies, by time, between the original and its correction (DESIGN §4). */
function partyBetween(
  load: Load,
  original: SubmittedEvent,
  originalMs: number,
): { readonly by: Party; readonly source: string } | undefined {
  if (original.type === 'waste.movement.declared' && load.pickedUpMs > originalMs)
    return { by: { carrier: load.firstCarrier.id }, source: load.firstCarrier.source }
  if (original.type !== 'waste.movement.received' && load.receivedMs > originalMs)
    return { by: { site: load.to.id }, source: load.to.source }
  return undefined
}

export function answer(life: Life, { subject, correction, by, source }: AnswerDue, nowMs: number): void {
  const { random } = life
  const arrivesAtMs = atOnce(nowMs, random)
  if (random.chance(rates.correctionDeclined)) {
    const data = { correction, by, reason: 'notre pesée confirme la première déclaration' }
    tell(life, { type: 'waste.movement.correction-declined', source, subject, timeMs: nowMs, data }, arrivesAtMs)
    return
  }
  const data = { correction, by }
  tell(life, { type: 'waste.movement.correction-approved', source, subject, timeMs: nowMs, data }, arrivesAtMs)
}
