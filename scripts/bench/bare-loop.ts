import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { recordedPrefix } from '@athar/events/envelope.ts'
import type { Family } from '@athar/events/event-type.ts'
import { limits } from '@athar/events/limits.ts'
import { linesOf } from '@athar/infra/event-log/new-event-bytes.ts'
import { BlockWriter } from '@athar/infra/event-log/sqlite/block-writer.ts'
import { familyBit, openForWriting, readSeed } from '@athar/infra/event-log/sqlite/database.ts'
import { bytesPerLink, viewOf, writeLink } from '@athar/infra/event-log/sqlite/links.ts'
import { StreamIndex } from '@athar/infra/event-log/sqlite/stream-index.ts'
import { streamKey } from '@athar/infra/event-log/sqlite/stream-key.ts'
import { BodyText } from '@athar/ingest/body/body-text.ts'
import { readLine } from '@athar/ingest/body/read-items.ts'
import { lineBounds } from '@athar/ingest/body/split.ts'

/**
 * The least that an event can cost (DESIGN §7): parse, validate, hash, store, in one thread, without HTTP, without
 * deciding. It stores as the ledger does, in the same blocks with the same links, synced once a body.
 */
export function runBareLoop(
  bodies: readonly Buffer[],
  folder: string,
): { readonly events: number; readonly wallMs: number } {
  const file = join(folder, 'bare.sqlite')
  const database = openForWriting(file)
  const seed = readSeed(database)
  const writer = new BlockWriter(database)
  const index = new StreamIndex()
  let events = 0
  const start = performance.now()
  for (const body of bodies) {
    const text = BodyText.of(body)
    if ('refused' in text) throw new Error('a simulated body is no text')
    const bounds = lineBounds(body, limits.batchEventsMax)
    const items = Array.from({ length: bounds.length / 2 }, (_, each) =>
      readLine(text, bounds[2 * each] ?? 0, bounds[2 * each + 1] ?? 0),
    )
    const links = new Uint8Array(items.length * bytesPerLink)
    const families = new Int32Array(items.length)
    const view = viewOf(links)
    const recordedAt = new Date().toISOString()
    const recorded = items.map((item, place) => {
      if ('refused' in item) throw new Error(`a simulated event was refused: ${JSON.stringify(item.refused)}`)
      const { stream, bytes, from, to } = item
      const key = streamKey(stream, seed)
      const end = index.get(key)
      const revision = (end?.revision ?? -1) + 1
      writeLink(view, place, key, end?.position ?? 0)
      index.set(key, events + place + 1, revision)
      families[place] = familyBit(stream.slice(0, stream.indexOf('-')) as Family) // streams are named so
      const head = recordedPrefix({ stream, revision, recordedAt, recordedBy: 'service:bare-loop' })
      return { stream, revision, json: { head, bytes, from, to } }
    })
    writer.write({ first: events + 1, count: items.length, lines: linesOf(recorded), links, families })
    events += items.length
    if (events % 100_000 < items.length) database.exec('PRAGMA wal_checkpoint(PASSIVE)')
  }
  const wallMs = performance.now() - start
  database.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  return { events, wallMs }
}
