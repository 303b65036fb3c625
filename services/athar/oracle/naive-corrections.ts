import type { FoldedEvent } from '@athar/projections/projection.ts'

/** Fields of any payload that tell what a correction is about, and who speaks. */
interface Fields {
  readonly corrects?: string
  readonly data?: unknown
  readonly correction?: string
  readonly by?: unknown
  readonly site?: string
  readonly fromSite?: string
  readonly carrier?: string
  readonly fromCarrier?: string
}

const correction = 'waste.movement.corrected'
const approval = 'waste.movement.correction-approved'
const refusal = 'waste.movement.correction-declined'

/**
 * What was said of a movement, in order of time, each with the payload of its newest correction that counts (DESIGN §4: at
 * once, unless the event of another party lies between in time; then as soon as one of them approves).
 */
export function asItCounts(said: readonly FoldedEvent[]): readonly FoldedEvent[] {
  const inOrder = said.toSorted((one, other) => one.timeMs - other.timeMs || (one.id < other.id ? -1 : 1))
  return inOrder
    .filter(({ type }) => ![correction, approval, refusal].includes(type))
    .map(original => {
      const counting = inOrder.filter(
        event =>
          event.type === correction && fieldsOf(event).corrects === original.id && counts(event, original, inOrder),
      )
      const newest = counting.at(-1)
      return newest === undefined ? original : { ...original, data: fieldsOf(newest).data }
    })
}

/** The corrections that another party, whose event lies between, has not answered. */
export function waitingIn(said: readonly FoldedEvent[]): readonly FoldedEvent[] {
  return said.filter(corrected => {
    const original = said.find(({ id }) => corrected.type === correction && id === fieldsOf(corrected).corrects)
    if (original === undefined) return false
    const others = othersBetween(original, corrected, said)
    return others.length > 0 && answerTo(corrected, others, said) === undefined
  })
}

function counts(corrected: FoldedEvent, original: FoldedEvent, inOrder: readonly FoldedEvent[]): boolean {
  const others = othersBetween(original, corrected, inOrder)
  return others.length === 0 || answerTo(corrected, others, inOrder)?.type === approval
}

function othersBetween(
  original: FoldedEvent,
  corrected: FoldedEvent,
  said: readonly FoldedEvent[],
): readonly (string | undefined)[] {
  return said
    .filter(({ timeMs }) => timeMs > original.timeMs && timeMs < corrected.timeMs)
    .map(event => partyOf(event, said))
    .filter(party => party !== undefined && party !== partyOf(original, said))
}

/** An approval if there is one, else a refusal. */
function answerTo(
  corrected: FoldedEvent,
  others: readonly (string | undefined)[],
  said: readonly FoldedEvent[],
): FoldedEvent | undefined {
  const answers = said.filter(
    event =>
      [approval, refusal].includes(event.type) &&
      fieldsOf(event).correction === corrected.id &&
      others.includes(JSON.stringify(fieldsOf(event).by)),
  )
  return answers.find(({ type }) => type === approval) ?? answers[0]
}

/** Whom an event speaks for, written as answers to corrections write it. */
function partyOf(event: FoldedEvent, said: readonly FoldedEvent[]): string | undefined {
  const { fromSite, carrier, fromCarrier, site } = fieldsOf(event)
  switch (event.type) {
    case 'waste.movement.declared':
      return JSON.stringify({ site: fromSite })
    case 'waste.movement.picked-up':
      return JSON.stringify({ carrier })
    case 'waste.movement.handed-over':
      return JSON.stringify({ carrier: fromCarrier })
    case 'waste.movement.received':
      return JSON.stringify({ site })
    case 'waste.movement.cancelled': {
      const origins = ['waste.movement.declared', 'waste.movement.picked-up']
        .flatMap(type => said.filter(one => one.type === type))
        .map(one => fieldsOf(one).fromSite)
      const origin = origins.find(one => one !== undefined)
      return origin === undefined ? undefined : JSON.stringify({ site: origin })
    }
    case 'waste.movement.redirected':
    case 'waste.movement.incident-reported':
    case correction:
    case approval:
    case refusal:
      return undefined
    default:
      throw new Error(`for whom ${event.type} speaks, nobody has said here`)
  }
}

function fieldsOf({ data }: FoldedEvent): Fields {
  return data as Fields // each of them may be missing
}
