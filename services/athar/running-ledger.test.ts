import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Worker } from 'node:worker_threads'
import { filesOpenIn } from '@athar/infra/sqlite/testing/files-open-in.ts'
import type { FromLedger } from '@athar/ledger/remote/messages.ts'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startLedger } from './running-ledger.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('a ledger whose port is taken lets go of its data folder', async () => {
  const data = await temporaryFolder()
  await expect(startIn(data, await takenPort())).rejects.toThrow('EADDRINUSE')
  expect(filesOpenIn(data)).toEqual([])
})

test('a ledger that is lost between its opening and its listening does not start', async () => {
  const data = await temporaryFolder()
  process.once('worker', (thread: Worker) => {
    thread.on('message', ({ kind }: FromLedger) => {
      const fatal: FromLedger = { kind: 'fatal', reason: 'sync-failed', message: 'the disk is gone' }
      if (kind === 'ready') thread.emit('message', fatal)
    })
  })
  await expect(startIn(data, 0)).rejects.toMatchObject({ name: 'LedgerUnavailable', message: 'the disk is gone' })
  expect(filesOpenIn(data)).toEqual([])
})

function startIn(data: string, port: number) {
  const bounds = { queueEventsMax: 100, queueBytesMax: 1_000_000 }
  return startLedger(
    { port, host: '127.0.0.1', data, ...bounds, nationalList: undefined, views: true },
    pino({ enabled: false }),
    () => undefined,
  )
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // of a server that listens on TCP
  return port
}
