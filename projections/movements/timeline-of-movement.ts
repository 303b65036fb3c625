import type { Position } from '@athar/events/envelope.ts'
import type { Correction, CorrectionStanding } from '@athar/events/movement/correction.ts'
import { type MovementFact, partyOf } from '@athar/events/movement/fact.ts'
import { type Movement, originSite } from '@athar/events/movement/movement.ts'
import type { MovementEventType } from '@athar/events/movement/schema.ts'
import { type Party, readParty } from '@athar/events/speaking.ts'
import type { MovementDocument } from '../custody/documents.ts'
import type { Holder } from './custody-of-movement.ts'

/** One event of a movement: what, when, by whom, and what became of it. Nothing that was said is left out. */
export interface TimelineEntry {
  readonly position: Position
  readonly id: string
  readonly type: MovementEventType
  readonly time: string
  readonly recordedAt: string
  /** The party it speaks for; absent where the event does not say, as with redirections and incidents. */
  readonly by?: Holder
  /** The key it came with. */
  readonly recordedBy: string
  /** Of an event that was corrected: the correction that counts, else the newest one, and how it stands. */
  readonly correctedBy?: { readonly id: string; readonly standing: CorrectionStanding }
  /** Of a correction: the id of its original, and how it stands. */
  readonly corrects?: { readonly id: string; readonly standing: CorrectionStanding }
}

/** Every event, in order of `time`, then id. */
export function timelineOf({ facts }: MovementDocument, movement: Movement): readonly TimelineEntry[] {
  const originals = new Map<string, MovementFact>(facts.map(fact => [fact.id, fact]))
  return facts.map(fact => {
    const by = spokenFor(fact, movement, originals)
    const correctedBy = correctionThatCounts(movement.corrections, fact.id)
    const own = movement.corrections.find(correction => correction.fact.id === fact.id)
    return {
      position: fact.position,
      id: fact.id,
      type: fact.type,
      time: fact.time,
      recordedAt: fact.recordedAt,
      ...(by && { by: holderOf(by) }),
      recordedBy: fact.recordedBy,
      ...(correctedBy && { correctedBy: { id: correctedBy.fact.id, standing: correctedBy.standing } }),
      ...(own && { corrects: { id: own.fact.data.corrects, standing: own.standing } }),
    }
  })
}

function correctionThatCounts(corrections: readonly Correction[], original: string): Correction | undefined {
  let newest: Correction | undefined
  for (const correction of corrections) {
    if (correction.fact.data.corrects !== original) continue
    if (correction.standing === 'effective') return correction
    newest = correction
  }
  return newest
}

/** A correction speaks for the party of its original, a cancellation for the site of origin. */
function spokenFor(
  fact: MovementFact,
  movement: Movement,
  originals: ReadonlyMap<string, MovementFact>,
): Party | undefined {
  if (fact.type === 'waste.movement.corrected') {
    const original = originals.get(fact.data.corrects)
    const isItself = original?.type === 'waste.movement.corrected'
    return original === undefined || isItself ? undefined : spokenFor(original, movement, originals)
  }
  if (fact.type !== 'waste.movement.cancelled') return partyOf(fact)
  const site = originSite(movement)
  return site === undefined ? undefined : `site:${site}`
}

function holderOf(party: Party): Holder {
  const { kind, name } = readParty(party)
  return kind === 'site' ? { site: name } : { carrier: name }
}
