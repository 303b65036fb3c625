import type { Statement } from '../statement.ts'

/** The state of a stream of the directory: which of its slots are taken, and by which event. */
export interface DirectoryState {
  readonly taken: Readonly<Record<string, string>>
}

export const initialDirectoryEntry: DirectoryState = { taken: {} }

/**
 * The slot an event of the directory fills. A permit is granted once and withdrawn once; whoever is registered may be
 * registered anew, which replaces what was said before.
 */
export function slotOf({ type }: Pick<Statement, 'type'>): 'grant' | 'withdrawal' | undefined {
  if (type === 'waste.permit.granted') return 'grant'
  if (type === 'waste.permit.withdrawn') return 'withdrawal'
  return undefined
}

export function evolveDirectoryEntry(state: DirectoryState, event: Statement): DirectoryState {
  const slot = slotOf(event)
  return slot === undefined ? state : { taken: { ...state.taken, [slot]: event.id } }
}
