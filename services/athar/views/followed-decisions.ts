import type { Decision } from '@athar/views/decisions.ts'
import { decisionsMark, readDecisions } from './decisions-file.ts'

/**
 * The decisions of people, and whether the views follow them. Those that were read and could not be followed, because the log
 * or a disk failed just then, are not followed yet.
 */
export class FollowedDecisions {
  readonly #file: string
  #markRead = ''
  #markFollowed: string | undefined

  constructor(file: string) {
    this.#file = file
  }

  get areFollowed(): boolean {
    return decisionsMark(this.#file) === this.#markFollowed
  }

  /** All that is decided by now. @throws CommandFailure when the file is not what Athar wrote. */
  read(): readonly Decision[] {
    this.#markRead = decisionsMark(this.#file) // before reading: what comes in between is read again
    return readDecisions(this.#file)
  }

  /** What was read last is followed from now on. */
  follow(): void {
    this.#markFollowed = this.#markRead
  }
}
