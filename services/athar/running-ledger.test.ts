import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startLedger } from './running-ledger.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('a ledger whose port is taken lets go of its data folder', async () => {
  const data = await temporaryFolder()
  const starting = startLedger(
    {
      port: await takenPort(),
      host: '127.0.0.1',
      data,
      queueEventsMax: 100,
      queueBytesMax: 1_000_000,
      nationalList: undefined,
      views: true,
    },
    pino({ enabled: false }),
    () => undefined,
  )
  await expect(starting).rejects.toThrow('EADDRINUSE')
  expect(filesOpenIn(data)).toEqual([])
})

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // of a server that listens on TCP
  return port
}

/** What this process, with all its threads, has open in a folder. */
function filesOpenIn(folder: string): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap(descriptor => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`)
      return file.startsWith(folder) ? [file] : []
    } catch {
      return [] // it was closed while this looked
    }
  })
}
