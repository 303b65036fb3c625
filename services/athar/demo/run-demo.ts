import { setTimeout as wait } from 'node:timers/promises'
import type { Position } from '@athar/events/envelope.ts'
import { runSimulation, type SimulationSummary } from '@athar/scripts/simulate/command.ts'
import type { WorldOptions } from '@athar/scripts/simulate/world.ts'
import type { Logger } from 'pino'
import { exitCodes } from '../exit-codes.ts'
import { headOf } from '../opened-log.ts'
import { readSettings } from '../read-settings.ts'
import { startLedger } from '../running-ledger.ts'
import type { Settings } from '../settings.ts'
import type { DemoFolder } from './demo-folder.ts'
import { type DemoKeys, makeDemoKeys } from './demo-keys.ts'
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
 * Runs a ledger with a simulated world living in it, past first, until the signal aborts. However it ends, the keys are revoked,
 * and a temporary folder goes. Answers what the world has done.
 */
export async function runDemo(options: DemoOptions, signal: AbortSignal): Promise<SimulationSummary> {
  const { folder, nowMs } = options
  try {
    const keys = await makeDemoKeys(folder.path, nowMs)
    return await serveWorld(options, keys, signal).finally(() => keys.revoke())
  } finally {
    folder.leave()
  }
}

async function serveWorld(options: DemoOptions, keys: DemoKeys, signal: AbortSignal): Promise<SimulationSummary> {
  const { listen, folder, logger, listening, advance, note } = options
  const cast: WorldOptions = folder.world
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
          inviteWhenFolded(options, { url: running.url, key: keys.reading, story: storyIn(cast) }).catch(
            (error: unknown) => {
              if (!signal.aborted) logger.error({ err: error }, 'the demo cannot be looked at')
            },
          )
        },
        note,
      },
      signal,
    )
  } finally {
    await running.stop()
  }
}

async function inviteWhenFolded(
  { folder, invite }: DemoOptions,
  invitation: Pick<DemoInvitation, 'url' | 'key' | 'story'>,
): Promise<void> {
  const head = await headOf(folder.path)
  await untilFolded(invitation.url, invitation.key, head)
  invite({ ...invitation, dataFolder: folder.path, head })
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
