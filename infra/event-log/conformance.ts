import { hash } from 'node:crypto'
import { recordedPrefix } from '@athar/events/envelope.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type EventLog, type NewEvent, type StoredEvent, WrongRevision } from './port.ts'

/** A log under test, and how to close it and open it again on the same data. */
export interface LogUnderTest {
  readonly log: EventLog
  reopen(): Promise<EventLog>
  dispose(): Promise<void>
}

/** What every event log keeps to, whatever it is made of (DESIGN §6). */
export function eventLogConformance(adapter: string, open: () => Promise<LogUnderTest>): void {
  describe(`event log: ${adapter}`, () => {
    let underTest: LogUnderTest | undefined

    async function emptyLog(): Promise<EventLog> {
      underTest = await open()
      return underTest.log
    }

    afterEach(async () => {
      await underTest?.dispose()
      underTest = undefined
    })

    test('an empty log has head 0 and nothing to read', async () => {
      const log = await emptyLog()
      expect(await log.head()).toBe(0)
      expect(await all(log.readAll(0))).toEqual([])
      expect((await log.readStreams(['movement-M1'])).size).toBe(0)
    })

    test('positions are dense from 1, across batches', async () => {
      const log = await emptyLog()
      expect(await log.append([event('movement-M1', 0), event('lot-L1', 0)])).toEqual([1, 2])
      expect(await log.append([event('movement-M1', 1)])).toEqual([3])
      expect(await log.head()).toBe(3)
      expect(positions(await all(log.readAll(0)))).toEqual([1, 2, 3])
    })

    test('the bytes that come back are those that went in, Arabic included', async () => {
      const log = await emptyLog()
      const written = event('site-S1', 0, { name: 'مركز الردم التقني', sign: '☣', quote: '"' })
      await log.append([written])
      const [read] = await all(log.readAll(0))
      expect(Buffer.from(read?.bytes ?? []).toString()).toBe(written.json)
    })

    test('an event that is handed over in parts is put together', async () => {
      const log = await emptyLog()
      const { stream, revision, json } = event('site-S1', 0, { name: 'مركز الردم' })
      const [head = '', body = ''] = [json.slice(0, json.indexOf('{', 1)), json.slice(json.indexOf('{', 1), -1)]
      const bytes = Buffer.from(`before${body}after`)
      const parts = { head, bytes, from: 'before'.length, to: bytes.length - 'after'.length }
      await log.append([event('lot-L1', 0), { stream, revision, json: parts }, event('lot-L2', 0)])
      const read = await all(log.readAll(1, { upTo: 2 }))
      expect(read.map(stored => Buffer.from(stored.bytes).toString())).toEqual([json])
    })

    test('each event is hashed as a leaf of RFC 6962', async () => {
      const log = await emptyLog()
      const written = event('movement-M1', 0)
      await log.append([event('lot-L1', 0), written])
      const read = (await all(log.readAll(0))).at(-1)
      const leaf = Buffer.concat([Buffer.of(0), Buffer.from(written.json)])
      expect(Buffer.from(read?.hash ?? []).toString('hex')).toBe(hash('sha256', leaf))
    })

    test('a revision that is not the next one is refused, and nothing of its batch is written', async () => {
      const log = await emptyLog()
      await log.append([event('movement-M1', 0)])
      const refused = log.append([event('lot-L1', 0), event('movement-M1', 0)])
      await expect(refused).rejects.toThrow(WrongRevision)
      await expect(log.append([event('movement-M2', 1)])).rejects.toMatchObject({ stream: 'movement-M2', actual: -1 })
      expect(await log.head()).toBe(1)
      expect(await log.append([event('lot-L1', 0), event('movement-M1', 1)])).toEqual([2, 3])
    })

    test('batches handed over without waiting are written in that order', async () => {
      const log = await emptyLog()
      const batches = [0, 1, 2, 3].map(revision => log.append([event('movement-M1', revision)]))
      expect((await Promise.all(batches)).flat()).toEqual([1, 2, 3, 4])
    })

    test('streams are read whole, in order, without those of others', async () => {
      const log = await emptyLog()
      await log.append([event('movement-M1', 0), event('movement-M2', 0), event('movement-M1', 1)])
      await log.append([event('movement-M1', 2), event('movement-M2', 1)])
      const streams = await log.readStreams(['movement-M1', 'movement-M2', 'movement-M3'])
      expect(positions(streams.get('movement-M1'))).toEqual([1, 3, 4])
      expect(positions(streams.get('movement-M2'))).toEqual([2, 5])
      expect(streams.has('movement-M3')).toBe(false)
    })

    test('a stream can be read while its last batch is still on its way to the disk', async () => {
      const log = await emptyLog()
      const appended = log.append([event('movement-M1', 0)])
      expect(positions((await log.readStreams(['movement-M1'])).get('movement-M1'))).toEqual([1])
      await appended
    })

    test('reading begins after the position that is given, and ends at upTo', async () => {
      const log = await emptyLog()
      await log.append(Array.from({ length: 1_000 }, (_, index) => event(`movement-M${index}`, 0)))
      expect(positions(await all(log.readAll(500, { upTo: 503 })))).toEqual([501, 502, 503])
      expect(positions(await all(log.readAll(998)))).toEqual([999, 1_000])
      expect(await all(log.readAll(1_000))).toEqual([])
    })

    test('reading by family finds only the streams of that family', async () => {
      const log = await emptyLog()
      await log.append([event('movement-M1', 0), event('site-S1', 0)])
      await log.append([event('movement-M2', 0), event('permit-P1', 0), event('organisation-O1', 0)])
      expect(positions(await all(log.readAll(0, { families: ['site', 'permit'] })))).toEqual([2, 4])
    })

    test('what was appended is there after closing and opening again', async () => {
      const log = await emptyLog()
      await log.append([event('movement-M1', 0), event('movement-M1', 1)])
      const again = await underTest?.reopen()
      expect(await again?.head()).toBe(2)
      expect(await again?.append([event('movement-M1', 2)])).toEqual([3])
    })

    test('a subscription catches up and goes on live, without a gap or a double at the seam', async () => {
      const log = await emptyLog()
      const total = 600
      const stop = new AbortController()
      const appending = appendOneByOne(log, total)
      const seen: number[] = []
      for await (const batch of log.subscribe(0, { signal: stop.signal })) {
        for (const stored of batch) seen.push(stored.position)
        if (seen.length >= total) stop.abort()
      }
      await appending
      expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1))
    })

    test('any interleaving of streams reads back as it was written', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 40 }), { maxLength: 6 }),
          async plan => {
            const tested = await open()
            try {
              const written = await writePlan(tested.log, plan)
              const log = await tested.reopen()
              const read = await all(log.readAll(0))
              expect(read.map(stored => Buffer.from(stored.bytes).toString())).toEqual(written.map(({ json }) => json))
              const names = [...new Set(written.map(({ stream }) => stream))]
              const streams = await log.readStreams(names)
              for (const name of names)
                expect(streams.get(name)?.map(stored => Buffer.from(stored.bytes).toString())).toEqual(
                  written.filter(({ stream }) => stream === name).map(({ json }) => json),
                )
            } finally {
              await tested.dispose()
            }
          },
        ),
        { numRuns: 12 },
      )
    })
  })
}

async function writePlan(log: EventLog, plan: readonly (readonly number[])[]) {
  const revisions = new Map<string, number>()
  const written: ReturnType<typeof event>[] = []
  for (const batch of plan) {
    const events = batch.map(number => {
      const stream = `movement-M${number}`
      const revision = revisions.get(stream) ?? 0
      revisions.set(stream, revision + 1)
      return event(stream, revision)
    })
    written.push(...events)
    await log.append(events)
  }
  return written
}

async function appendOneByOne(log: EventLog, total: number): Promise<void> {
  for (let count = 0; count < total; count++) await log.append([event(`movement-M${count}`, 0)])
}

function event(stream: string, revision: number, data: unknown = {}): NewEvent & { readonly json: string } {
  const head = { stream, revision, recordedAt: '2026-11-22T06:41:00.000Z', recordedBy: 'service:test' }
  const subject = stream.slice(stream.indexOf('-') + 1)
  return {
    stream,
    revision,
    json: `${recordedPrefix(head)}${JSON.stringify({ id: `${stream}-${revision}`, subject, data })}}`,
  }
}

async function all(batches: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for await (const batch of batches) events.push(...batch)
  return events
}

function positions(events: readonly StoredEvent[] | undefined): number[] | undefined {
  return events?.map(stored => stored.position)
}
