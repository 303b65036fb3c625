import { SoundLog } from '@athar/infra/event-log/sound-log.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { Random } from '@athar/scripts/simulate/random.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { dataFiles } from '../data-files.ts'
import { Acknowledgements } from './acknowledgements.ts'
import type { Answer, Door } from './post-events.ts'
import { manySenders, Outbox, sendUntilGone } from './senders.ts'
import { makeServiceKey, ServedLedger } from './served-ledger.ts'

export interface KillOptions {
  readonly dataFolder: string
  readonly rounds: number
  /** Decides on the events and on the moments of death. Timing is the machine's own: a seed makes a failure likely again, not sure. */
  readonly seed: number
  readonly onRound?: (round: KillRound) => void
}

/** What a round has come to. */
export interface KillRound {
  readonly round: number
  readonly death: Death
  /** Events acknowledged in this round before it died. */
  readonly acknowledged: number
  /** Events that were sent and not answered when it died: they are sent again. */
  readonly unanswered: number
  /** Position of the last event that was found in the log when the round began. */
  readonly head: number
}

/** When the process is killed: while it starts, some time after it listens, or as soon as so many events are acknowledged. */
export type Death =
  | { readonly when: 'starting'; readonly afterMs: number }
  | { readonly when: 'serving'; readonly afterMs: number }
  | { readonly when: 'acknowledged'; readonly events: number }

/**
 * Starts the ledger, lets clients send, kills it (SIGKILL), starts it again and finds every acknowledged event where it was
 * said to be; round after round on one data folder. At the end it is stopped in peace (SIGTERM). Throws an `Error` that says
 * what was lost.
 */
export async function killRounds({ dataFolder, rounds, seed, onRound }: KillOptions): Promise<void> {
  const trial: Trial = {
    dataFolder,
    key: await makeServiceKey(dataFolder),
    outbox: new Outbox(simulate(world({ seed, start: '2020-01-01' }), {})),
    acknowledged: new Acknowledgements(),
    log: new SoundLog(),
  }
  const { acknowledged, outbox, log } = trial
  const chance = new Random(seed, 'life')
  for (let round = 1; round <= rounds; round++) {
    const death = deathBy(chance)
    const before = acknowledged.count
    await serveUntilDeath(trial, death)
    const { unanswered } = outbox
    onRound?.({ round, death, acknowledged: acknowledged.count - before, unanswered, head: log.head })
  }
  await serveInPeace(trial)
  await prove({ ...trial, log: new SoundLog() }) // once more from its beginning
}

/** What goes on from round to round. */
interface Trial {
  readonly dataFolder: string
  readonly key: string
  readonly outbox: Outbox
  readonly acknowledged: Acknowledgements
  /** The log as far as it was read. */
  readonly log: SoundLog
}

function deathBy(chance: Random): Death {
  const kind = chance.between(1, 10)
  if (kind === 1) return { when: 'starting', afterMs: chance.between(50, 600) }
  if (kind <= 6) return { when: 'serving', afterMs: chance.between(20, 500) }
  return { when: 'acknowledged', events: chance.between(1, 1_500) }
}

async function serveUntilDeath(trial: Trial, death: Death): Promise<void> {
  const { dataFolder, key } = trial
  const served = new ServedLedger({ dataFolder })
  const kill = () => served.kill('SIGKILL')
  if (death.when === 'starting') setTimeout(kill, death.afterMs)
  const url = await served.url.catch((error: unknown) => {
    if (death.when !== 'starting') throw error
    return undefined
  })
  if (url !== undefined && death.when !== 'starting') await proveAndSend(trial, { url, key }, death, kill).finally(kill)
  const { signal } = await served.exit
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${served.said}`)
}

async function proveAndSend(trial: Trial, door: Door, death: Death, kill: () => void): Promise<void> {
  const { outbox, acknowledged } = trial
  await prove(trial)
  const before = acknowledged.count
  if (death.when === 'serving') setTimeout(kill, death.afterMs)
  const note = (answer: Answer) => {
    acknowledged.note(answer)
    if (death.when === 'acknowledged' && acknowledged.count - before >= death.events) kill()
  }
  await Promise.all(manySenders.map(sender => sendUntilGone(sender, door, outbox, note)))
}

/** What was never answered is sent once more; then the ledger is asked to stop. */
async function serveInPeace(trial: Trial): Promise<void> {
  const { dataFolder, key, outbox, acknowledged } = trial
  const served = new ServedLedger({ dataFolder })
  try {
    const url = await served.url
    await prove(trial)
    const enough = acknowledged.count + outbox.unanswered
    await sendUntilGone({ form: 'lines', events: 100 }, { url, key }, outbox, answer => acknowledged.note(answer), {
      isEnough: () => acknowledged.count >= enough,
    })
    served.kill('SIGTERM')
    const { code } = await served.exit
    if (code !== 0) throw new Error(`asked to stop, it ended with ${code}: ${served.said}`)
  } finally {
    served.kill('SIGKILL')
  }
}

/** Reads what the log holds since the last time, and finds what was acknowledged. */
async function prove({ dataFolder, log, acknowledged }: Trial): Promise<void> {
  const reader = new SqliteLogReader(dataFiles(dataFolder).log)
  try {
    await log.read(reader)
    acknowledged.prove(log)
  } finally {
    await reader.close()
  }
}
