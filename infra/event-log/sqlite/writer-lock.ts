import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileNamed } from '../../file-named.ts'
import { primaryCodeOf, sqliteCode } from '../../sqlite/result-code.ts'
import { assertWritable } from './rights.ts'

/**
 * There is one writer. The lock is a transaction left open on a file of its own: the operating system drops it with the
 * process, however that ends, so that no stale lock is ever in the way.
 */
export class WriterLock {
  readonly #database: DatabaseSync

  /** Takes the lock, or throws `LogInUse` when another process has it, or what the system says when it may not be taken. */
  static take(file: string): WriterLock {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // The exclusive transaction of a file that SQLite could only open for reading shuts nobody out: two would write.
    assertWritable(dirname(file), file)
    const database = new DatabaseSync(file)
    try {
      fileNamed(file, () => database.exec('BEGIN EXCLUSIVE'))
    } catch (error) {
      database.close()
      if (primaryCodeOf(error) === sqliteCode.busy) throw new LogInUse(file)
      throw error
    }
    return new WriterLock(database)
  }

  private constructor(database: DatabaseSync) {
    this.#database = database
  }

  release(): void {
    this.#database.close()
  }
}

export class LogInUse extends Error {
  override readonly name = 'LogInUse'

  constructor(file: string) {
    super(`another process is writing to this log (it holds ${file}); stop it first, or choose another data folder`)
  }
}
