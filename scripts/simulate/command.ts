import type { Writable } from 'node:stream'
import type { Machine } from '@athar/ingest/client/ledger-client.ts'
import { thisMachine } from '@athar/ingest/client/this-machine.ts'
import { sendBatches } from './delivery/send-batches.ts'
import type { SimulationSummary } from './delivery/summary.ts'
import { writeFileOfLines, writeStreamOfLines } from './delivery/write-lines.ts'
import { arrivals, simulate, type Until } from './simulate.ts'
import { type WorldOptions, world } from './world.ts'

export { type SimulationSummary, summaryText } from './delivery/summary.ts'

/** Where the events go. */
export type Destination =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; readonly stream: Writable }
  | {
      readonly kind: 'ledger'
      readonly url: string
      readonly key: string
      /** Events in a request: 1000. More cost less each; fewer keep what is lost with a connection small. */
      readonly batchEvents?: number | undefined
      /**
       * How many times faster than life the past is played, up to the present, from where the world lives on in real
       * time; `Infinity` plays the past as fast as the ledger takes it. Absent: the past only, at full speed.
       */
      readonly speed?: number | undefined
    }

export interface SimulationOptions {
  readonly world: WorldOptions
  readonly until?: Until | undefined
  readonly to: Destination
  /** Told how many events have gone out since the last time, for a person who watches. */
  readonly advance?: ((count: number) => void) | undefined
  /** Told of each rejected event, up to ten, in a few lines. */
  readonly note?: ((text: string) => void) | undefined
}

const batchEventsDefault = 1000

/**
 * Lives a world and hands its events over: to a file, to a stream, or to a ledger. With the same world it can be run
 * again against the same ledger: the events and their ids are the same, so what is there already counts as duplicate and
 * only the rest is recorded.
 *
 * When the signal aborts it ends early and answers what it has done.
 * @throws RangeError naming the option of the world that is out of its range.
 * @throws DeliveryFailure when the ledger refuses a whole batch, or has been silent for five minutes.
 */
export async function runSimulation(
  options: SimulationOptions,
  signal: AbortSignal,
  machine: Machine = thisMachine,
): Promise<SimulationSummary> {
  const { to, until = {}, advance = ignore, note = ignore } = options
  const cast = world(options.world)
  const summary: SimulationSummary = { events: 0, bytes: 0, elapsedMs: 0, ended: 'finished' }
  const startedMs = machine.nowMs()
  switch (to.kind) {
    case 'file':
      await writeFileOfLines(to.path, simulate(cast, until), { summary, signal, advance })
      break
    case 'stream':
      await writeStreamOfLines(to.stream, simulate(cast, until), { summary, signal, advance })
      break
    case 'ledger': {
      const sending = { ...to, batchEvents: to.batchEvents ?? batchEventsDefault }
      await sendBatches(arrivals(cast, until), cast.startMs, sending, machine, { summary, signal, advance, note })
      break
    }
  }
  summary.elapsedMs = machine.nowMs() - startedMs
  return summary
}

function ignore(): void {}
