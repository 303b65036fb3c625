import { setTimeout as wait } from 'node:timers/promises'
import type { Position } from '@athar/events/envelope.ts'
import { runSimulation, type SimulationSummary } from '@athar/scripts/simulate/command.ts'
import type { WorldOptions } from '@athar/scripts/simulate/world.ts'
import type { Logger } from 'pino'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { headOf } from '../opened-log.ts'
import { readSettings } from '../read-settings.ts'
import { startLedger } from '../running-ledger.ts'
import type { Settings } from '../settings.ts'
import type { DemoFolder } from './demo-folder.ts'
import { makeDemoKeys } from './demo-keys.ts'
import { type DemoStory, storyIn } from './demo-story.ts'

/** What a person needs to look at a demo. */
export interface DemoInvitation {
  readonly url: string
  readonly dataFolder: string
  /** A key for reading. */
  readonly key: string
  /** A load that a factory sent to a plant, which took it. */
  readonly story: DemoStory
  /** The last position when the past had been played. */
  readonly head: Position
}

export interface DemoOptions {
  readonly listen: Pick<Settings, 'port' | 'host'>
  readonly folder: DemoFolder
  readonly logger: Logger
  readonly nowMs: number
  /** Told when the ledger listens. */
  readonly listening: (url: string) => void
  readonly advance: (events: number) => void
  /** Told once, when the past has been played and the world lives in the present. */
  readonly invite: (invitation: DemoInvitation) => void
  readonly note: (text: string) => void
}

const batchEvents = 1_000
/** Until the views have what was recorded. */
const askAgainMs = 200

/**
 * Runs a ledger with a simulated world living in it, past first, until the signal aborts; then everything stops, the keys are
 * revoked, and a temporary folder goes. Answers what the world has done.
 */
export async function runDemo(options: DemoOptions, signal: AbortSignal): Promise<SimulationSummary> {
  const { listen, folder, logger, nowMs, listening, advance, invite, note } = options
  const cast: WorldOptions = folder.world
  const keys = await makeDemoKeys(dataFiles(folder.path).keys, nowMs)
  const bounds = readSettings(['queueEventsMax', 'queueBytesMax', 'nationalList', 'views'], {}, {})
  const running = await startLedger({ ...listen, ...bounds, data: folder.path }, logger, failure => {
    logger.fatal({ reason: failure.reason }, failure.message)
    process.exit(exitCodes.ioError)
  })
  try {
    listening(running.url)
    let isPast = true
    return await runSimulation(
      {
        world: cast,
        to: { kind: 'ledger', url: running.url, key: keys.sending, batchEvents, speed: Number.POSITIVE_INFINITY },
        advance: events => {
          advance(events)
          // The past comes in full batches; the first that is not full has waited for its hour.
          if (!isPast || events >= batchEvents) return
          isPast = false
          const story = storyIn(cast)
          void headOf(folder.path)
            .then(async head => {
              await untilFolded(running.url, keys.reading, head)
              invite({ url: running.url, dataFolder: folder.path, key: keys.reading, story, head })
            })
            .catch((error: unknown) => {
              if (!signal.aborted) logger.error({ err: error }, 'the demo cannot be looked at')
            })
        },
        note,
      },
      signal,
    )
  } finally {
    await running.stop()
    await keys.revoke()
    folder.leave()
  }
}

/** The views follow the past that was just played; each asking waits some seconds for them. */
async function untilFolded(url: string, key: string, head: Position): Promise<void> {
  for (const read of ['balance', 'alerts', 'sites'])
    for (;;) {
      const answer = await fetch(`${url}/v1/${read}?minPosition=${head}`, {
        headers: { authorization: `Bearer ${key}` },
      })
      await answer.arrayBuffer()
      if (answer.status !== 503) break
      await wait(askAgainMs)
    }
}
