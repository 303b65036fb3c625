import { hash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { constants, zstdCompressSync } from 'node:zlib'
import type { LogFailureReason } from '../port.ts'
import { blockBytesMax, hashBytes, openForWriting } from './database.ts'
import { bytesPerLink } from './links.ts'

/**
 * The one writer of the log, on a thread of its own: hashes, packs, writes, syncs. A batch is a transaction.
 */

/** A batch, as the thread of the log hands it over. The buffers are transferred, not copied. */
export interface WriteBatch {
  readonly epoch: number
  readonly first: number
  readonly count: number
  /** A line break, then the events, each followed by a line break. */
  readonly lines: Uint8Array
  readonly links: Uint8Array
  /** For each event the bit of its family. */
  readonly families: Uint8Array
}

export type WriterRequest = { readonly write: WriteBatch } | { readonly epoch: number } | 'close'

export type WriterReply =
  | 'ready'
  | 'closed'
  | { readonly epoch: number; readonly written: number; readonly failure?: WriteFailure }

export interface WriteFailure {
  readonly reason: LogFailureReason
  readonly message: string
}

const newline = 10
const leafPrefix = 0 // RFC 6962 §2.1: a leaf is hashed behind a zero byte, so that no leaf can pass for a node
const walPagesMax = 4_000 // some 16 MB: a checkpoint then costs a few milliseconds, and the file stays small
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

const port = parentPort
if (port === null) throw new Error('the writer runs as a worker thread')

const { file } = workerData as { file: string } // given by sqlite-event-log.ts
const database = openForWriting(file)
const insertBlock = database.prepare('INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)')
const walPages = database.prepare('PRAGMA wal_checkpoint(NOOP)')

/** Batches of an older epoch were decided on top of one that failed: none of them may be written. */
let epoch = 0

port.on('message', (request: WriterRequest) => {
  if (request === 'close') {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    reply('closed')
    port.close()
  } else if ('write' in request) {
    reply(write(request.write))
    checkpointWhenDue()
  } else {
    epoch = request.epoch
  }
})
reply('ready')

function reply(message: WriterReply): void {
  port?.postMessage(message)
}

function write(batch: WriteBatch): WriterReply {
  if (batch.epoch !== epoch)
    return { epoch: batch.epoch, written: 0, failure: { reason: 'other', message: 'an earlier batch was not written' } }
  try {
    database.exec('BEGIN IMMEDIATE')
    for (const block of blocksOf(batch)) insert(batch, block)
    database.exec('COMMIT')
    return { epoch: batch.epoch, written: batch.count }
  } catch (error) {
    epoch = -1 // nothing more until the log has taken notice and opened a new epoch
    return { epoch: batch.epoch, written: 0, failure: failureOf(error, rolledBack()) }
  }
}

function rolledBack(): boolean {
  try {
    if (database.isTransaction) database.exec('ROLLBACK')
    return true
  } catch {
    return false
  }
}

interface BlockRange {
  readonly from: number
  readonly count: number
  readonly start: number
  readonly end: number
  readonly hashes: Uint8Array
}

/** Cuts a batch into blocks, hashing each event on the way. */
function* blocksOf({ lines, count }: WriteBatch): Generator<BlockRange> {
  let start = 1
  let from = 0
  let position = 1
  let digests: string[] = []
  for (let index = 0; index < count; index++) {
    const end = lines.indexOf(newline, position)
    if (end === -1) throw new Error(`the batch should hold ${count} events, and ends after ${index}`)
    digests.push(leafHash(lines, position, end))
    position = end + 1
    if (position - start >= blockBytesMax || index === count - 1) {
      yield { from, count: index + 1 - from, start, end: position, hashes: Buffer.from(digests.join(''), 'hex') }
      start = position
      from = index + 1
      digests = []
    }
  }
  if (position !== lines.length) throw new Error(`the batch should hold ${count} events, and goes on`)
}

/** SHA-256 (0x00 ‖ event), in hex. The line break before the event makes room for the zero byte while it is hashed. */
function leafHash(lines: Uint8Array, start: number, end: number): string {
  lines[start - 1] = leafPrefix
  const digest = hash('sha256', lines.subarray(start - 1, end))
  lines[start - 1] = newline
  return digest
}

function insert({ first, lines, links, families }: WriteBatch, { from, count, start, end, hashes }: BlockRange): void {
  if (hashes.length !== count * hashBytes) throw new Error('a block lacks a hash')
  let mask = 0
  for (let index = from; index < from + count; index++) mask |= families[index] ?? 0
  insertBlock.run(
    first + from,
    count,
    mask,
    links.subarray(from * bytesPerLink, (from + count) * bytesPerLink),
    hashes,
    zstdCompressSync(lines.subarray(start, end), compression),
  )
}

/** After the answer, so that nobody waits for it. A checkpoint that fails is tried again: the write-ahead log has it all. */
function checkpointWhenDue(): void {
  try {
    const pages = Number(walPages.get()?.log ?? 0)
    if (pages >= walPagesMax) database.exec('PRAGMA wal_checkpoint(PASSIVE)')
  } catch {
    // Nothing is lost by a checkpoint that did not happen.
  }
}

const sqliteFull = 13
const sqliteIoError = 10

/** What a failed transaction means. After a failed sync or rollback nobody knows what is on disk. */
function failureOf(error: unknown, isRolledBack: boolean): WriteFailure {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  if (!isRolledBack || isSyncError(code)) return { reason: 'sync-failed', message }
  if ((code & 0xff) === sqliteFull) return { reason: 'disk-full', message }
  if ((code & 0xff) === sqliteIoError) return { reason: 'io-error', message }
  return { reason: 'other', message }
}

/** SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC: https://sqlite.org/rescode.html */
function isSyncError(code: number): boolean {
  return code === (sqliteIoError | (4 << 8)) || code === (sqliteIoError | (5 << 8))
}
