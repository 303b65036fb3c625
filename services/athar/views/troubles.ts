import type { ProjectionState } from '@athar/views/projection-state.ts'

/** What a person has to look after, a line for each projection that has stopped. */
export function troublesOf(states: readonly ProjectionState[]): readonly string[] {
  return states.flatMap(({ name, serving, building }) => {
    const stopped = serving?.stopped ?? building?.stopped
    return stopped === undefined ? [] : [`${name} has stopped at position ${stopped.at}: ${stopped.reason}`]
  })
}
