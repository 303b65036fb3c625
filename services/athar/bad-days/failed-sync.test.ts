import { join } from 'node:path'
import { SoundLog } from '@athar/infra/event-log/sound-log.ts'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { filesOf, injecting, whyNoInjection } from '@athar/infra/event-log/testing/strace.ts'
import { simulate } from '@athar/scripts/simulate/simulate.ts'
import { world } from '@athar/scripts/simulate/world.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dataFiles } from '../data-files.ts'
import { exitCodes } from '../exit-codes.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { manySenders, Outbox, sendUntilGone } from './senders.ts'
import { makeServiceKey, ServedLedger } from './served-ledger.ts'

/** Syncs that a start may need before the ledger listens: a bound on the search for the first that writes events. */
const syncsOfStartMax = 12

const whyNot = whyNoInjection()
if (whyNot !== undefined) console.warn(`skipped, a server whose sync fails: ${whyNot}`)

test.skipIf(whyNot !== undefined)(
  'after a failed sync, the n-th for every n until one is for events, the server ends with its own exit code',
  async () => {
    const folder = await temporaryFolder()
    for (let nth = 1; (await acknowledgedBefore(nth, join(folder, String(nth)), join(folder, 'trace'))) === 0; nth++)
      expect(nth).toBeLessThan(syncsOfStartMax)
  },
  120_000,
)

/**
 * Starts a server on a log that is there already, whose n-th sync fails and all after it, and sends to it. Answers how many
 * events it acknowledged before it ended.
 */
async function acknowledgedBefore(nth: number, dataFolder: string, traceFile: string): Promise<number> {
  const { log } = dataFiles(dataFolder)
  const key = await makeServiceKey(dataFolder)
  await expectToHold(log, new Acknowledgements()) // makes it
  const under = injecting({ syscall: 'fsync', error: 'EIO', nth, andAfter: true, paths: filesOf(log), traceFile })
  const served = new ServedLedger({ dataFolder, under })
  onTestFinished(() => served.kill('SIGKILL'))
  const acknowledged = new Acknowledgements()
  const url = await served.url.catch(() => undefined)
  if (url !== undefined) {
    const outbox = new Outbox(simulate(world({ seed: nth, start: '2020-01-01' }), {}))
    const sending = manySenders.map(sender =>
      sendUntilGone(sender, { url, key }, outbox, answer => acknowledged.note(answer), {
        mayRefuse: ({ status, problem }) => status === 503 && problem.includes('ledger-unavailable'),
      }),
    )
    await Promise.all(sending)
  }
  expect({ exit: await served.exit, said: served.said }).toEqual({
    exit: { code: exitCodes.ioError, signal: null },
    said: expect.stringMatching(/disk I\/O error/),
  })
  await expectToHold(log, acknowledged)
  return acknowledged.count
}

async function expectToHold(file: string, acknowledged: Acknowledgements): Promise<void> {
  const log = await SqliteEventLog.open(file)
  const sound = new SoundLog()
  await sound.read(log)
  acknowledged.prove(sound)
  await log.close()
}
