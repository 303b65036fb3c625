import { closeSync, openSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { sync } from '@athar/infra/durable-file.ts'
import { openForReading } from '@athar/infra/sqlite/open-for-reading.ts'

/** Pages of 4 KiB a step: between steps other work of this process has its turn. */
const pagesPerStep = 1_024

/**
 * Copies an SQLite database that is in use, as it is at this moment, into a new file for its owner only, and has the copy on disk
 * when it resolves. The copy stands alone: no write-ahead log beside it, so that it can be read where nothing can be written.
 * `advance` is told how many pages there are, and how many have been copied since the last time.
 */
export async function copyDatabase(
  from: string,
  to: string,
  advance: (pages: number, total: number) => void,
): Promise<void> {
  const { database: source } = openForReading(from)
  try {
    // A backup begins anew whenever another process writes, which a busy ledger always does. A transaction holds on to
    // the state of this moment, until the copy is made; the write-ahead log of the ledger grows meanwhile.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    closeSync(openSync(to, 'wx', 0o600))
    let copied = 0
    await backup(source, to, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) => {
        advance(totalPages - remainingPages - copied, totalPages)
        copied = totalPages - remainingPages
      },
    })
  } finally {
    source.close()
  }
  const copy = new DatabaseSync(to)
  copy.exec('PRAGMA journal_mode = DELETE')
  copy.close()
  sync(to)
}
