import { isCustody } from '@athar/events/movement/fact.ts'
import type { MovementEventType, MovementPayloads } from '@athar/events/movement/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'
import type { Documents, Fold, FoldedEvent, LoadedDocuments } from '../projection.ts'
import { headKey, movementKey, type RegisteredMovement, type WrittenLine } from './documents.ts'
import { incomingEntry, outgoingEntry, treatmentEntry } from './entries.ts'
import type { RegisterEntry } from './register-line.ts'
import { effectiveFacts, inOrder, type RegisteredFact, registeredFactOf } from './registered-fact.ts'
import { type Due, dueOf, type ToldMovement, toldMovement } from './told-movement.ts'
import { writeLine } from './write-line.ts'

/**
 * The legal registers, written as events are recorded. What they must state of a movement hangs on the set of what was said
 * of it (`dueOf`); an event that changes it has the difference written as the next lines, so that late, unordered and
 * corrected events need no special case. Only here the order of arrival shows, in the numbers: the law wants it so.
 */
export const registersFold: Fold = {
  name: 'registers',
  version: 1,
  families: ['movement', 'treatment'],
  reads(event, loaded) {
    // The log holds what the catalogue has validated; the only type of this family, here and below.
    if (event.family === 'treatment') return [headKey((event.data as Treatment).site, 'treatment')]
    return readsOfMovement(event, loaded)
  },
  apply(event, documents) {
    if (event.family === 'treatment') return writeTreatment(event, documents)
    const fact = registeredFactOf(event)
    if (fact !== undefined) writeMovement(event, fact, documents)
  },
}

/**
 * The end of each register into which this event may have a line written, as far as its movement is known. Most events name
 * one: each name that is more is looked up for each event.
 */
function readsOfMovement(event: FoldedEvent, loaded: LoadedDocuments): readonly string[] {
  const key = movementKey(event.subject)
  const keys = [key]
  const known = loaded.get(key) as RegisteredMovement | undefined // of this key this fold sets nothing else, here and below
  // A declaration alone is in no register, and while nothing is corrected a receipt is in no other than its own.
  if (known === undefined && event.type === 'waste.movement.declared') return keys
  addEndsNamedBy(event, keys)
  if (known === undefined || (event.type === 'waste.movement.received' && known.facts.every(isCustody))) return keys
  for (const fact of known.facts) addEndsNamedBy(fact, keys)
  return keys
}

/** Of a correction too: its original may come later. */
function addEndsNamedBy({ type, data }: { readonly type: string; readonly data: unknown }, keys: string[]): void {
  // The catalogue has validated `data` against the schema of `type`.
  switch (type as MovementEventType) {
    case 'waste.movement.received':
      keys.push(headKey((data as MovementPayloads['waste.movement.received']).site, 'incoming'))
      return
    case 'waste.movement.declared':
    case 'waste.movement.picked-up':
      addOutgoing(data, keys)
      return
    case 'waste.movement.corrected':
      addOutgoing((data as MovementPayloads['waste.movement.corrected']).data, keys)
      return
  }
}

function addOutgoing(payload: unknown, keys: string[]): void {
  const { fromSite } = payload as { readonly fromSite?: unknown }
  if (typeof fromSite === 'string') keys.push(headKey(fromSite, 'outgoing'))
}

function writeTreatment(event: FoldedEvent, documents: Documents): void {
  const data = event.data as Treatment
  const entry = treatmentEntry(data)
  writeLine(event, { register: 'treatment', site: data.site, about: event, entry, corrects: undefined }, documents)
}

function writeMovement(event: FoldedEvent, fact: RegisteredFact, documents: Documents): void {
  const key = movementKey(event.subject)
  const known = documents.get(key) as RegisteredMovement | undefined
  const facts = known === undefined ? [fact] : inOrder(known.facts, fact)
  const lines = [...(known?.lines ?? [])]

  const told = toldMovement(event.subject, effectiveFacts(facts))
  const due = dueOf(told)
  // As long as there is no line, nothing can have been stated.
  const before = known && known.lines.length > 0 ? toldMovement(event.subject, effectiveFacts(known.facts)) : undefined
  const stated = before === undefined ? none : dueOf(before)
  // What stands in the register of the wrong site is withdrawn there before it is written where it belongs.
  for (const one of stated) if (!due.some(each => isSame(each, one))) write(event, one, undefined, lines, documents)
  const isPlain = facts.every(isCustody)
  for (const one of due) {
    const same = stated.find(each => isSame(each, one))
    if (same !== undefined && isPlain && !mayChange(one, fact)) continue
    const entry = entryOf(told, one)
    if (before === undefined || same === undefined || !saysTheSame(entryOf(before, same), entry))
      write(event, one, entry, lines, documents)
  }
  documents.set(key, { facts, lines } satisfies RegisteredMovement)
}

const none: readonly Due[] = []

function isSame(one: Due, other: Due): boolean {
  return one.fact.id === other.fact.id && one.site === other.site && one.register === other.register
}

/**
 * Whether an event may change what was stated of another one, where there are no corrections: spares most events the
 * comparison. With corrections any event may, since one that lies between an original and its correction has a say.
 */
function mayChange({ register }: Due, { type }: RegisteredFact): boolean {
  switch (type) {
    case 'waste.movement.received':
      return false
    case 'waste.movement.handed-over':
      return register === 'incoming'
    case 'waste.movement.redirected':
      return register === 'outgoing'
    default:
      return true
  }
}

function entryOf(told: ToldMovement, { fact }: Due): RegisterEntry {
  return fact.type === 'waste.movement.received' ? incomingEntry(told, fact) : outgoingEntry(told, fact)
}

/** Both have their properties in the same order. */
function saysTheSame(one: RegisterEntry, other: RegisterEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Writes the next line about a pick-up or a receipt, and keeps its number for those that correct it. */
function write(
  event: FoldedEvent,
  { register, site, fact }: Due,
  entry: RegisterEntry | undefined,
  lines: WrittenLine[],
  documents: Documents,
): void {
  const { position: about } = fact
  const place = lines.findIndex(line => line.about === about && line.site === site && line.register === register)
  const corrects = lines[place]?.number
  const number = writeLine(event, { register, site, about: fact, entry, corrects }, documents)
  const written = { about, register, site, number }
  if (place === -1) lines.push(written)
  else lines[place] = written
}
