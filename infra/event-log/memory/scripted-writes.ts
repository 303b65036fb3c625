import { setImmediate as nextTurn } from 'node:timers/promises'
import { LogFailure, type LogFailureReason, type NewEvent } from '../port.ts'

/** What a test wants of the disk under a `MemoryEventLog`: which write fails, and when any of them goes on. */
export class ScriptedWrites {
  /** Batches that reached the disk, whatever became of them. */
  attempts = 0
  readonly #failures = new Map<number, LogFailureReason>()
  #gate: PromiseWithResolvers<void> | undefined

  /** The n-th write from now on, counted from 1, fails with this reason. */
  failNext(nth: number, reason: LogFailureReason): void {
    this.#failures.set(this.attempts + nth, reason)
  }

  /** No write fails any more. */
  recover(): void {
    this.#failures.clear()
  }

  /** Nothing is written until `release`. */
  hold(): void {
    this.#gate ??= Promise.withResolvers<void>()
  }

  release(): void {
    this.#gate?.resolve()
    this.#gate = undefined
  }

  readonly write = async (_batch: readonly NewEvent[]): Promise<void> => {
    const attempt = ++this.attempts
    await nextTurn()
    await this.#gate?.promise
    const reason = this.#failures.get(attempt)
    if (reason !== undefined) throw new LogFailure(reason, `write ${attempt} failed, as the test asked`)
  }
}
