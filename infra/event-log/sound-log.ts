import { hash } from 'node:crypto'
import { type Position, readRecorded } from '@athar/events/envelope.ts'
import type { EventLogReader } from './port.ts'

/** Where an event stands. */
export interface Place {
  readonly stream: string
  readonly revision: number
  readonly id: string
}

/**
 * Reads a log as it grows and holds it to what every log keeps to: positions and revisions dense, hashes right, no event of a
 * stream twice. Keeps every place it has seen, in some 200 bytes an event: for tests and trials, not for a country.
 */
export class SoundLog {
  readonly #places: Place[] = []
  readonly #revisions = new Map<string, number>()
  readonly #seen = new Set<string>()

  get head(): Position {
    return this.#places.length
  }

  at(position: Position): Place | undefined {
    return this.#places[position - 1]
  }

  /** Reads what came since the last time. Throws an `Error` that names the position when the log is not sound. */
  async read(log: Pick<EventLogReader, 'readAll' | 'head'>): Promise<void> {
    for await (const batch of log.readAll(this.head))
      for (const { position, bytes, hash: leaf } of batch) {
        if (position !== this.head + 1) throw new Error(`position ${position} follows ${this.head}`)
        if (hash('sha256', Buffer.concat([Buffer.of(0), bytes])) !== Buffer.from(leaf).toString('hex'))
          throw new Error(`the hash at position ${position} is not that of its event`)
        const { stream, revision, event } = readRecorded(position, Buffer.from(bytes).toString())
        this.#take({ stream, revision, id: event.id })
      }
    const head = await log.head()
    if (head !== this.head) throw new Error(`the head is ${head}, and the last event stands at ${this.head}`)
  }

  #take(place: Place): void {
    const { stream, revision, id } = place
    const position = this.head + 1
    const last = this.#revisions.get(stream) ?? -1
    if (revision !== last + 1)
      throw new Error(`at position ${position}, revision ${revision} of ${stream} follows ${last}`)
    const name = `${stream} ${id}`
    if (this.#seen.has(name)) throw new Error(`at position ${position}, event ${id} is in ${stream} a second time`)
    this.#revisions.set(stream, revision)
    this.#seen.add(name)
    this.#places.push(place)
  }
}
