import type { Wording } from '../language.ts'
import { phrase } from '../phrases.ts'
import { answeringParty, type MovementFact } from './fact.ts'
import { movementEvents } from './schema.ts'

/** What a fact is called among those of its movement: the slot it fills, or its type when there may be any number. */
export function slotWords(fact: Pick<MovementFact, 'type' | 'data'>): Wording {
  const { type, data } = fact as MovementFact // picked from a fact, the two still belong together
  switch (type) {
    case 'waste.movement.declared':
      return phrase('declaration')
    case 'waste.movement.picked-up':
      return phrase('pick-up')
    case 'waste.movement.handed-over':
      return phrase('hand-over', { from: data.fromCarrier, to: data.toCarrier })
    case 'waste.movement.received':
      return phrase('receipt', { site: data.site, leg: data.leg ?? 1 })
    case 'waste.movement.redirected':
      return phrase('redirection', { from: data.fromSite, to: data.toSite })
    case 'waste.movement.cancelled':
      return phrase('cancellation')
    case 'waste.movement.correction-approved':
    case 'waste.movement.correction-declined':
      return phrase('answer', { party: answeringParty(data.by), correction: data.correction })
    case 'waste.movement.incident-reported':
    case 'waste.movement.corrected':
      return { labels: movementEvents[type].label }
  }
}
