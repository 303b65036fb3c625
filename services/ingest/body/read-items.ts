import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import { type Problem, problem } from '@athar/events/problems.ts'
import type { BodyForm } from './media-types.ts'
import { type Item, readItem } from './read-item.ts'
import { oneLine, splitArray, splitLines } from './split.ts'

/** Events read before other requests get a turn: some two milliseconds of work. */
const eventsPerTurn = 512

/** The items of a body. A problem when the body as a whole is not what its media type says, or has too many of them. */
export async function readItems(
  text: string,
  form: BodyForm,
  eventsMax: number,
): Promise<{ readonly items: readonly Item[] } | { readonly refused: Problem }> {
  if (form === 'single') return { items: [readItem(oneLine(text))] }
  const texts = form === 'lines' ? splitLines(text) : splitArray(text)
  if (texts === undefined) return { refused: problem('not-json', { reason: 'it is not a JSON array from end to end' }) }
  if (texts.length > eventsMax) return { refused: problem('body-too-large', { limit: eventsMax, unit: 'events' }) }
  const items: Item[] = []
  for (const eventText of texts) {
    if (items.length > 0 && items.length % eventsPerTurn === 0) await nextTurn()
    items.push(readItem(eventText))
  }
  return { items }
}

/** Events that one request may hold. */
export function eventsMaxOf(atomic: boolean): number {
  return atomic ? limits.atomicBatchEventsMax : limits.batchEventsMax
}
