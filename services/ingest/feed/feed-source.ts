import { Turns } from '@athar/http/turns.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { FeedFilter } from './feed-filter.ts'
import type { PlacedEvent } from './framing.ts'

/** Readers of the log at one moment: about half a megabyte each. */
const readersMax = 8

interface Between {
  readonly after: number
  readonly upTo: number
  readonly signal: AbortSignal
}

/** Where the feed reads: the log in its order, or one stream by the index that only the ledger has. */
export class FeedSource {
  readonly #log: EventLogReader
  readonly #ledger: Pick<LedgerGate, 'readStream'>
  /** To be taken before reading. */
  readonly turns = new Turns(readersMax)

  constructor(log: EventLogReader, ledger: Pick<LedgerGate, 'readStream'>) {
    this.#log = log
    this.#ledger = ledger
  }

  /** The position of the last event on disk. */
  head(): Promise<number> {
    return this.#log.head()
  }

  /** Events between two positions, in batches, among them all that the filter wants. */
  async *read({ stream, families }: FeedFilter, between: Between): AsyncIterable<readonly PlacedEvent[]> {
    const { after, upTo, signal } = between
    if (stream === undefined) {
      yield* this.#log.readAll(after, { upTo, signal, ...(families !== undefined && { families }) })
      return
    }
    const events = await this.#ledger.readStream(stream)
    // The ledger also knows what is still on its way to the disk: `upTo` keeps that back.
    yield events.filter(({ position }) => position > after && position <= upTo)
  }
}
