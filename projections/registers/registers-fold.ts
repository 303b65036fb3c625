import type { Treatment } from '@athar/events/treatment/schema.ts'
import type { Documents, Fold, FoldedEvent } from '../projection.ts'
import { amended } from './amended.ts'
import { movementKey } from './documents.ts'
import { type Due, dueOf, entryOf, isPlaceOf, mayChange } from './due.ts'
import { treatmentEntry } from './entries.ts'
import { readsOf } from './reads.ts'
import { type RegisteredMovement, type WrittenLine, withEvent } from './registered-movement.ts'
import { writeLine } from './write-line.ts'

/**
 * The legal registers, written as events are recorded. What they must state of a movement hangs on the set of what was said
 * of it (`dueOf`); an event that changes it has the difference written as the next lines, so that late, unordered and
 * corrected events need no special case. Only here the order of arrival shows, in the numbers: the law wants it so.
 */
export const registersFold: Fold = {
  name: 'registers',
  version: 2,
  families: ['movement', 'treatment'],
  reads: readsOf,
  apply(event, documents) {
    if (event.family === 'treatment') writeTreatment(event, documents)
    else writeMovement(event, documents)
  },
}

function writeTreatment(event: FoldedEvent, documents: Documents): void {
  const data = event.data as Treatment // the log holds what the catalogue has validated; the only type of this family
  const entry = JSON.stringify(treatmentEntry(data))
  writeLine(event, { register: 'treatment', site: data.site, about: event, entry, corrects: undefined }, documents)
}

function writeMovement(event: FoldedEvent, documents: Documents): void {
  const key = movementKey(event.subject)
  const known = (documents.get(key) as RegisteredMovement | undefined) ?? nothingSaid // this fold sets nothing else there
  const said = withEvent(known, event)
  if (said === undefined) return
  const lines = writeWhatChanged(event, known, said, documents)
  documents.set(key, lines === known.lines ? said : { ...said, lines })
}

const nothingSaid: RegisteredMovement = {}

/** Writes the lines that an event makes necessary. Answers the newest line about each event of the movement. */
function writeWhatChanged(
  event: FoldedEvent,
  known: RegisteredMovement,
  said: RegisteredMovement,
  documents: Documents,
): RegisteredMovement['lines'] {
  const [before, now] = [amended(known), amended(said)]
  const due = dueOf(now)
  let { lines } = known
  // What stands in the register of the wrong site is withdrawn there before it is written where it belongs.
  for (const line of known.lines ?? none) {
    if (line.withdrawn || due.some(one => isPlaceOf(line, one))) continue
    lines = ...
  }
  return lines
}
