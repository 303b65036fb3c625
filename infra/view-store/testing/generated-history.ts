import type { JournalEntry, PlacedEntry, ViewChanges } from '../port.ts'
import { below, randomFrom } from './random.ts'

/** What one event changes in a made-up history: the same for a position, wherever a test begins. */
interface MadeUpEvent {
  readonly documents: readonly (readonly [key: string, json: string])[]
  readonly entry: PlacedEntry
  /** Every third event takes out what an earlier one has put in. */
  readonly removed?: PlacedEntry
  readonly postings: readonly (readonly [account: string, entry: JournalEntry])[]
  readonly tallies: readonly (readonly [tally: string, amount: number])[]
}

const documentsInAll = 300
const letters = 'abcمرك'

/**
 * The changes of the events after `from` up to `to` together, as a runner would make them: the last of each document, an
 * entry either added or removed, postings in order of position, one sum for a tally.
 */
export function changesBetween(from: number, to: number): ViewChanges {
  const documents = new Map<string, string>()
  const added = new Map<string, PlacedEntry>()
  const removed = new Map<string, PlacedEntry>()
  const postings = new Map<string, JournalEntry[]>()
  const tallies = new Map<string, number>()
  for (let position = from + 1; position <= to; position++) {
    const event = madeUpEvent(position)
    for (const [key, json] of event.documents) documents.set(key, json)
    if (event.removed !== undefined && !added.delete(nameOf(event.removed)))
      removed.set(nameOf(event.removed), event.removed)
    added.set(nameOf(event.entry), event.entry)
    for (const [account, entry] of event.postings) postings.set(account, [...(postings.get(account) ?? []), entry])
    for (const [tally, amount] of event.tallies) tallies.set(tally, (tallies.get(tally) ?? 0) + amount)
  }
  return { documents, entriesAdded: [...added.values()], entriesRemoved: [...removed.values()], postings, tallies }
}

function madeUpEvent(position: number): MadeUpEvent {
  const random = randomFrom(position)
  const key = `movement/M${below(random, documentsInAll)}`
  const amount = below(random, 2_000) - 1_000
  const atMs = below(random, 1_000_000)
  const account = `transit/M${below(random, documentsInAll)}`
  return {
    documents: [[key, JSON.stringify({ position, text: letters.repeat(below(random, 200)) })]],
    entry: entryOf(position),
    ...(position % 3 === 0 && { removed: entryOf(position - 2) }),
    postings: [
      ['stock/S1/150101', { position, atMs, amount }],
      [account, { position, atMs, amount: -amount }],
    ],
    tallies: [[`flow/${letters[below(random, letters.length)]}`, amount]],
  }
}

function entryOf(position: number): PlacedEntry {
  const random = randomFrom(-position)
  const sort = `${letters[below(random, letters.length)]}${below(random, 30)}`
  return { index: `movements:site/S${below(random, 3)}`, sort, key: `movement/M${position}` }
}

function nameOf({ index, sort, key }: PlacedEntry): string {
  return `${index} ${sort} ${key}`
}
