import { randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { lockWaitMaxMs, openForReading } from '../../sqlite/open-for-reading.ts'
import { readToken } from '../key-token.ts'
import {
  type KeyFingerprint,
  type KeyRecord,
  type KeyStore,
  KeyStoreFailure,
  keyLimits,
  keyState,
  type NewKey,
} from '../port.ts'
import { asKeyStoreFailure } from './failure.ts'
import { readRow, type StoredKey } from './row.ts'
import { isPrepared, prepareSchema } from './schema.ts'

export interface SqliteKeyStoreOptions {
  /** Refuse, instead of making an empty store, when the file is not there. */
  readonly mustExist?: boolean
}

/** Opens the keys in one SQLite file, which only its owner can read. Throws a KeyStoreFailure when it cannot. */
export function openSqliteKeyStore(file: string, { mustExist = false }: SqliteKeyStoreOptions = {}): KeyStore {
  if (mustExist && !existsSync(file)) throw new KeyStoreFailure('missing', `${file} is not there`)
  let database: DatabaseSync | undefined
  try {
    // SQLite gives its side files the rights of the main one, so this is the only place that sets them.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    database = new DatabaseSync(file, { timeout: lockWaitMaxMs })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    prepareSchema(database, file)
    return new SqliteKeyStore(database, file)
  } catch (error) {
    database?.close()
    throw asKeyStoreFailure(error, file)
  }
}

/**
 * Opens the keys to list them, beside who writes them, and also where nothing can be written. Throws a KeyStoreFailure when it
 * cannot.
 */
export function openSqliteKeysForReading(file: string): Pick<KeyStore, 'list' | 'close'> {
  let database: DatabaseSync | undefined
  try {
    database = openForReading(file).database
    if (!isPrepared(database, file)) throw new KeyStoreFailure('missing', `there are no keys in ${file} yet`)
    return new SqliteKeyStore(database, file)
  } catch (error) {
    database?.close()
    throw asKeyStoreFailure(error, file)
  }
}

class SqliteKeyStore implements KeyStore {
  readonly #database: DatabaseSync
  readonly #file: string
  readonly #keys = new Map<string, StoredKey>()
  /** Compared against when the id is unknown, so that an unknown id takes the time of a known one. */
  readonly #nobodysHash = randomBytes(32)
  readonly #dataVersion: StatementSync
  readonly #changedAfter: StatementSync
  #lastChange = 0
  #seenVersion: unknown
  #lookedAtMs = Number.NaN

  constructor(database: DatabaseSync, file: string) {
    this.#database = database
    this.#file = file
    this.#dataVersion = database.prepare('PRAGMA data_version')
    this.#changedAfter = database.prepare('SELECT * FROM key WHERE change > ? ORDER BY change')
    this.#readChanges()
  }

  async create(key: NewKey, { id, secretHash }: KeyFingerprint, nowMs: number): Promise<KeyRecord> {
    const organisations = key.role === 'party' ? [...key.organisations] : []
    if (key.role === 'party' && (organisations.length === 0 || organisations.length > keyLimits.organisationsMax))
      throw new RangeError(`a party key speaks for 1 to ${keyLimits.organisationsMax} organisations`)
    const record = this.#write(
      `INSERT INTO key SELECT ?, ?, ?, ?, ?, ?, ?, NULL, coalesce(max(change), 0) + 1 FROM key
        HAVING count(*) < ${keyLimits.keysMax} RETURNING id`,
      [id, secretHash, key.role, JSON.stringify(organisations), key.name ?? null, nowMs, key.expiresAtMs ?? null],
    )
    if (record === undefined) throw new RangeError(`a key store holds at most ${keyLimits.keysMax} keys`)
    return record
  }

  async list(): Promise<readonly KeyRecord[]> {
    this.#readChanges()
    return [...this.#keys.values()]
      .map(key => key.record)
      .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1))
  }

  async revoke(id: string, nowMs: number): Promise<KeyRecord | undefined> {
    return this.#change('revoked_at_ms = coalesce(revoked_at_ms, ?)', nowMs, id)
  }

  async expire(id: string, expiresAtMs: number | undefined): Promise<KeyRecord | undefined> {
    return this.#change('expires_at_ms = ?', expiresAtMs ?? null, id)
  }

  authenticate(token: string, nowMs: number): KeyRecord | undefined {
    const given = readToken(token)
    if (given === undefined) return undefined
    this.#noticeOthers(nowMs)
    const key = this.#keys.get(given.id)
    const isSame = timingSafeEqual(given.secretHash, key?.secretHash ?? this.#nobodysHash)
    if (!isSame || key === undefined) return undefined
    return keyState(key.record, nowMs) === 'active' ? key.record : undefined
  }

  async close(): Promise<void> {
    this.#database.close()
  }

  #change(assignment: string, value: SQLInputValue, id: string): KeyRecord | undefined {
    const next = '(SELECT max(change) + 1 FROM key)'
    return this.#write(`UPDATE key SET ${assignment}, change = ${next} WHERE id = ? RETURNING id`, [value, id])
  }

  /** Runs one statement, which is its own transaction, and answers the key it wrote, if any. */
  #write(sql: string, values: readonly SQLInputValue[]): KeyRecord | undefined {
    try {
      const written = this.#database.prepare(sql).get(...values)
      this.#readChanges()
      return written === undefined ? undefined : this.#keys.get(String(written.id))?.record
    } catch (error) {
      throw asKeyStoreFailure(error, this.#file)
    }
  }

  /** Asks twice a second at most, because the question (5 µs) costs more than the answer is worth on each request. */
  #noticeOthers(nowMs: number): void {
    // A clock that was set back counts as time gone by. The first comparison is with NaN, and looks.
    if (Math.abs(nowMs - this.#lookedAtMs) < keyLimits.unnoticedMaxMs) return
    try {
      // It changes when another connection has committed.
      const version = this.#dataVersion.get()?.data_version
      if (version !== this.#seenVersion) this.#readChanges()
      this.#seenVersion = version
      this.#lookedAtMs = nowMs
    } catch (error) {
      throw asKeyStoreFailure(error, this.#file)
    }
  }

  #readChanges(): void {
    for (const row of this.#changedAfter.iterate(this.#lastChange)) {
      const key = readRow(row)
      this.#keys.set(key.record.id, key)
      this.#lastChange = key.change
    }
  }
}
