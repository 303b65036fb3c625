import type { DatabaseSync } from 'node:sqlite'
import type { Position } from '@athar/events/envelope.ts'
import { type Family, families } from '@athar/events/event-type.ts'
import { leafHash } from '@athar/infra/event-log/leaf-hash.ts'
import { familyOf } from '@athar/infra/event-log/recorded-bytes.ts'
import { familyBit, hashBytes, readSeed } from '@athar/infra/event-log/sqlite/database.ts'
import { bytesPerLink, type Link, readLink, viewOf } from '@athar/infra/event-log/sqlite/links.ts'
import { readStoredBlocks, type StoredBlock, unpackLines } from '@athar/infra/event-log/sqlite/stored-blocks.ts'
import { type StreamKey, streamKey } from '@athar/infra/event-log/sqlite/stream-key.ts'
import type { EndOfStreams } from './end-of-streams.ts'
import { checkEvent } from './event-check.ts'
import type { Findings } from './finding.ts'
import { OpenStreams } from './open-streams.ts'

/** A share of the log: the streams whose key leaves this remainder. Parts can be checked apart from each other. */
export interface Part {
  readonly number: number
  readonly of: number
}

/**
 * Reads all blocks and checks the events of the streams of one part: hash, words, schema, stream, order, revision, fold. Memory is
 * what the open streams of the part hold. `advance` is told how many events were checked.
 */
export function checkPart(
  database: DatabaseSync,
  head: Position,
  part: Part,
  ends: EndOfStreams,
  findings: Findings,
  advance: (events: number) => void,
): void {
  const streams = new OpenStreams(findings)
  const seed = readSeed(database)
  let recordedBefore = ''
  for (const block of readStoredBlocks(database, head)) {
    const lines = unpacked(block, part, findings)
    if (lines === undefined) continue
    const links = viewOf(block.links)
    let checked = 0
    for (const [offset, bytes] of lines.entries()) {
      const position = block.first + offset
      const recordedAt = recordedAtOf(bytes)
      const link = readLink(links, offset)
      if (isOf(part, link)) {
        checked++
        if (recordedAt < recordedBefore)
          findings.add(
            position,
            'order',
            `it was recorded at ${recordedAt}, before the event in front of it (${recordedBefore})`,
          )
        checkOne({ position, bytes, link, hash: hexOf(block.hashes, offset) }, seed, streams, findings)
        if (ends.has(position)) streams.letGo(link)
      }
      recordedBefore = recordedAt
    }
    advance(checked)
  }
}

function isOf({ number, of }: Part, { key }: Link): boolean {
  return key[1] % of === number
}

/** The events of a block, or a finding of the part that answers for this block. */
function unpacked(block: StoredBlock, part: Part, findings: Findings): readonly Uint8Array[] | undefined {
  const answers = block.first % part.of === part.number
  const { first, count } = block
  if (block.links.length !== count * bytesPerLink || block.hashes.length !== count * hashBytes) return undefined // a finding of the frames
  try {
    const lines = unpackLines(block.packed)
    if (lines.length !== count) throw new Error(`it holds ${lines.length} events`)
    if (answers) checkFamilies(block, lines, findings)
    return lines
  } catch (error) {
    if (answers)
      findings.add(
        first,
        'block',
        `the block of positions ${first} to ${first + count - 1} cannot be read: ${error instanceof Error ? error.message : error}`,
      )
    return undefined
  }
}

/** Filters by family trust what the block says: a family that it leaves out would be missing from their answers. */
function checkFamilies(block: StoredBlock, lines: readonly Uint8Array[], findings: Findings): void {
  let mask = 0
  for (const bytes of lines) {
    const family = familyOf(bytes)
    if (isFamily(family)) mask |= familyBit(family)
  }
  if (mask !== block.families)
    findings.add(block.first, 'block', `the block says families ${block.families}, and holds ${mask}`)
}

function isFamily(name: string): name is Family {
  return (families as readonly string[]).includes(name)
}

/** An event as it stands in its block. */
interface StoredEvent {
  readonly position: Position
  readonly bytes: Uint8Array
  readonly link: Link
  /** In hex. */
  readonly hash: string
}

function checkOne(
  { position, bytes, link, hash }: StoredEvent,
  seed: StreamKey,
  streams: OpenStreams,
  findings: Findings,
): void {
  if (leafHash(bytes) !== hash)
    findings.add(position, 'hash', 'its bytes are not those that were hashed when it was written')
  const read = checkEvent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString())
  if ('wrong' in read) {
    findings.add(position, 'event', read.wrong)
    return
  }
  const key = streamKey(read.recorded.stream, seed)
  if (key.some((word, index) => word !== link.key[index]))
    findings.add(position, 'link', `its link is that of another stream than ${read.recorded.stream}`)
  streams.take(position, link, read)
}

const recordedAtName = Buffer.from('"recordedAt":"')
const timeLength = '2026-11-22T07:41:00.000Z'.length

/** `recordedAt` comes in one form, so that times can be compared as text. What the ledger did not write gives another text. */
function recordedAtOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = buffer.indexOf(recordedAtName) + recordedAtName.length
  return buffer.toString('latin1', start, start + timeLength)
}

function hexOf(hashes: Uint8Array, offset: number): string {
  return Buffer.from(hashes.buffer, hashes.byteOffset + offset * hashBytes, hashBytes).toString('hex')
}
