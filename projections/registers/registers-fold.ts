import type { Treatment } from '@athar/events/treatment/schema.ts'
import type { Documents, Fold, FoldedEvent } from '../projection.ts'
import { amended } from './amended.ts'
import { type Due, dueOf, entryOf, isPlaceOf, mayChange } from './due.ts'
import { treatmentEntry } from './entries.ts'
import { readsOf } from './reads.ts'
import { nothingSaid, type RegisteredMovement, type WrittenLine, withEvent } from './registered-movement.ts'
import { writeLine } from './write-line.ts'

/**
 * The legal registers, written as events are recorded. What they must state of a movement hangs on the set of what was said
 * of it (`dueOf`); an event that changes it has the difference written as the next lines, so that late, unordered and
 * corrected events need no special case. Only here the order of arrival shows, in the numbers: the law wants it so.
 */
export const registersFold: Fold = {
  name: 'registers',
  version: 6,
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
  // Of the key of a movement this fold sets nothing else.
  const known = (documents.get(event.stream) as RegisteredMovement | undefined) ?? nothingSaid
  const said = withEvent(known, event)
  if (said === undefined) return
  said.lines = writeWhatChanged(event, known, said, documents)
  documents.set(event.stream, said)
}

/** Writes the lines that an event makes necessary. Answers the newest line about each pick-up and receipt. */
function writeWhatChanged(
  event: FoldedEvent,
  known: RegisteredMovement,
  said: RegisteredMovement,
  documents: Documents,
): RegisteredMovement['lines'] {
  const { subject } = event
  const before = amended(known)
  const now = amended(said)
  const due = dueOf(now)
  let { lines } = known
  // What stands in the register of the wrong site is withdrawn there before it is written where it belongs.
  for (const line of known.lines ?? noLines) {
    if (line.withdrawn || due.some(one => isPlaceOf(line, one))) continue
    const stated = dueOf(before).find(one => isPlaceOf(line, one))
    if (stated !== undefined) lines = write(event, stated, undefined, lines, documents)
  }
  for (const one of due) {
    const line = known.lines?.find(line => isPlaceOf(line, one))
    const isStated = line !== undefined && !line.withdrawn
    if (isStated && said.amendments === undefined && !mayChange(one.register, event, said)) continue
    const entry = JSON.stringify(entryOf(subject, now, one))
    const stated = isStated ? dueOf(before).find(other => isPlaceOf(line, other)) : undefined
    if (stated !== undefined && JSON.stringify(entryOf(subject, before, stated)) === entry) continue
    lines = write(event, one, entry, lines, documents)
  }
  return lines
}

const noLines: readonly WrittenLine[] = []

/** Writes the next line about a pick-up or a receipt, and keeps its number for those that correct it. */
function write(
  event: FoldedEvent,
  due: Due,
  entry: string | undefined,
  lines: readonly WrittenLine[] = noLines,
  documents: Documents,
): readonly WrittenLine[] {
  const { register, site, about } = due
  const place = lines.findIndex(line => isPlaceOf(line, due))
  const number = writeLine(event, { register, site, about, entry, corrects: lines[place]?.number }, documents)
  const written = { about: about.position, site, number, withdrawn: entry === undefined ? true : undefined } as const
  return place === -1 ? [...lines, written] : lines.with(place, written)
}
