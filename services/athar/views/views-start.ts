import type { ProjectionState } from '@athar/views/projection-state.ts'

/** Who waits for longer is better served by a ledger that records and says that its views are behind. */
const startMaxMs = 30_000

/**
 * How long a ledger that has just been started is not ready for the sake of its views: until those that were whole when it
 * ended answer again. One that is folded from the beginning may take hours and is not waited for; nor is anything for longer
 * than half a minute, or once it has gone wrong. What is over does not come back.
 */
export class ViewsStart {
  #isOver = false
  readonly #timer: NodeJS.Timeout

  constructor() {
    this.#timer = setTimeout(() => this.end(), startMaxMs).unref()
  }

  get isOver(): boolean {
    return this.#isOver
  }

  take(states: readonly ProjectionState[]): void {
    if (!states.some(isComingBack)) this.end()
  }

  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
  }
}

function isComingBack({ serving, building }: ProjectionState): boolean {
  return serving === undefined && building !== undefined && building.hasAnswered && building.stopped === undefined
}
