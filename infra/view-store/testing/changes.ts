import type { Position } from '@athar/events/envelope.ts'
import type { JournalEntry, PlacedEntry, ViewChanges, ViewContent, ViewStore } from '../port.ts'

/** Changes of which only what a test is about is said. */
export function changes({
  documents = {},
  added = [],
  removed = [],
  postings = {},
  tallies = {},
}: {
  readonly documents?: Readonly<Record<string, string>>
  readonly added?: readonly PlacedEntry[]
  readonly removed?: readonly PlacedEntry[]
  readonly postings?: Readonly<Record<string, readonly JournalEntry[]>>
  readonly tallies?: Readonly<Record<string, number>>
} = {}): ViewChanges {
  return {
    documents: new Map(Object.entries(documents)),
    entriesAdded: added,
    entriesRemoved: removed,
    postings: new Map(Object.entries(postings)),
    tallies: new Map(Object.entries(tallies)),
  }
}

/** Commits changes one after the other, a position each, from where the store is. */
export async function commitEach(store: ViewStore, ...each: readonly ViewChanges[]): Promise<Position> {
  let position = await store.checkpoint()
  for (const one of each) await store.commit(one, { from: position, to: ++position })
  return position
}

export async function contentsOf(store: ViewStore): Promise<readonly ViewContent[]> {
  return Array.fromAsync(store.contents())
}
