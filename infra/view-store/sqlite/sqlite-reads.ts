import type { Position } from '@athar/events/envelope.ts'
import type { AccountRange, BalanceAt, IndexRange, MomentRange, NameRange, ViewReader } from '../port.ts'
import type { ViewStatements } from './view-statements.ts'

/** Runs a read, and says what its errors mean. */
export type Answering = <Answer>(read: (statements: ViewStatements) => Answer) => Answer

/** The reads of the port, over the statements of a connection. */
export class SqliteReads implements ViewReader {
  readonly #answer: Answering

  constructor(answer: Answering) {
    this.#answer = answer
  }

  async get(keys: readonly string[]) {
    return this.#answer(({ documents }) => documents.get(keys))
  }

  async list(index: string, range: IndexRange) {
    return this.#answer(({ entries }) => entries.list(index, range))
  }

  async balance(account: string, at?: BalanceAt) {
    return this.#answer(({ accounts }) => accounts.balance(account, at))
  }

  async accounts(range: AccountRange) {
    return this.#answer(({ accounts }) => accounts.accounts(range))
  }

  async journal(account: string, range: { readonly offset: number; readonly limit: number }) {
    return this.#answer(({ accounts }) => accounts.journal(account, range))
  }

  async moments(account: string, range: MomentRange) {
    return this.#answer(({ accounts }) => accounts.moments(account, range))
  }

  async entriesAt(account: string, at: { readonly atMs: number; readonly limit: number }) {
    return this.#answer(({ accounts }) => accounts.entriesAt(account, at))
  }

  async tallies(range: NameRange) {
    return this.#answer(({ tallies }) => tallies.read(range))
  }

  async checkpoint(): Promise<Position> {
    return this.#answer(statements => statements.checkpoint())
  }
}
