import { openForReading } from './database.ts'
import { readLink, viewOf } from './links.ts'
import { StreamIndex } from './stream-index.ts'

/** Folds the index of the streams from the links of all blocks: some 20 bytes an event to read, no payload to unpack. */
export function loadStreamIndex(file: string): StreamIndex {
  const index = new StreamIndex()
  const database = openForReading(file)
  try {
    const rows = database.prepare('SELECT first_position, count, links FROM block ORDER BY first_position').iterate()
    let next = 1
    for (const { first_position: first, count, links } of rows as Iterable<LinkRow>) {
      if (first !== next) throw new Error(`the log has a hole: position ${next} is missing; run athar verify`)
      const view = viewOf(links)
      for (let offset = 0; offset < count; offset++) {
        const { key } = readLink(view, offset)
        index.set(key, first + offset, (index.get(key)?.revision ?? -1) + 1)
      }
      next = first + count
    }
  } finally {
    database.close()
  }
  return index
}

interface LinkRow {
  readonly first_position: number
  readonly count: number
  readonly links: Uint8Array
}
