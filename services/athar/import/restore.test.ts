import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withPosition } from '@athar/infra/event-log/recorded-bytes.ts'
import { SqliteEventLog } from '@athar/infra/event-log/sqlite/sqlite-event-log.ts'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { recordSimulatedEvents, simulatedEvents } from '../testing/simulated-log.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { restore } from './restore.ts'

describe('a log that is restored', () => {
  let lines: readonly string[] = []

  beforeAll(async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'athar-restore-')), 'log.sqlite')
    await recordSimulatedEvents(file, 30)
    const log = await SqliteEventLog.open(file)
    for await (const batch of log.readAll(0))
      lines = [...lines, ...batch.map(({ position, bytes }) => withPosition(position, bytes))]
    await log.close()
    await rm(join(file, '..'), { recursive: true })
  })

  async function restoreFrom(texts: readonly string[], log?: SqliteEventLog) {
    const into = log ?? (await SqliteEventLog.open(join(await temporaryFolder(), 'log.sqlite')))
    if (log === undefined) onTestFinished(() => into.close())
    const numbered = texts.map((text, index) => ({ number: index + 1, text })).filter(({ text }) => text !== '')
    async function* batches() {
      yield numbered
    }
    return restore(into, batches(), () => {})
  }

  test('takes what an export gave', async () => {
    expect(await restoreFrom(lines)).toEqual({ present: 0, added: 30, head: 30 })
  })

  test.each<[why: string, line: number, change: (line: string) => string, said: string]>([
    ['a line left out', 20, () => '', 'line 21: it is position 21, and 20 must come before'],
    ['an unknown field', 20, line => line.replace('"data":{', '"data":{"bribe":1,'), '/data/bribe'],
    ['a wrong revision', 20, line => line.replace(/"revision":\d+/, '"revision":9'), 'lines 1 to 30'],
    ['another stream', 20, line => line.replace(/"stream":"[^"]+"/, '"stream":"lot-X"'), 'belongs to'],
    [
      'a time that runs back',
      20,
      line => line.replace('"recordedAt":"20', '"recordedAt":"19'),
      'line 20: it was recorded',
    ],
    ['no JSON', 20, line => line.replace('"event":{', '"event":{,'), 'line 20: it is not JSON'],
    ['a submitted event', 1, () => String(simulatedEvents(1)[0]), '"athar export"'],
  ])('%s is refused with its line', async (_, number, change, said) => {
    const wrong = lines.with(number - 1, change(String(lines[number - 1])))
    await expect(restoreFrom(wrong)).rejects.toMatchObject({
      message: expect.stringContaining(said),
      exitCode: exitCodes.dataDamaged,
    })
  })

  test('a file that begins behind the end of the log leaves a hole, and is refused', async () => {
    await expect(restoreFrom(lines.slice(10))).rejects.toThrow('line 1: it is position 11, and 1 must come before')
  })

  test('a time that runs back at the seam between log and file is refused', async () => {
    const log = await SqliteEventLog.open(join(await temporaryFolder(), 'log.sqlite'))
    onTestFinished(() => log.close())
    await restoreFrom(lines.slice(0, 10), log)
    const early = String(lines[10]).replace('"recordedAt":"20', '"recordedAt":"19')
    await expect(restoreFrom([early], log)).rejects.toThrow('line 1: it was recorded at 19')
  })
})
