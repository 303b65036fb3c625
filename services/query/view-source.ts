import type { Position } from '@athar/events/envelope.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'

/** The port through which reads reach the views, whichever store serves them at the moment. */
export interface ViewSource {
  /**
   * Reads what a projection made, in one snapshot: all that `work` asks of the view stands at one position, which it is
   * told. Within a read another projection may be read: an implementation lets no read wait for another to end. The
   * snapshot is given back when `work` ends, however it ends.
   *
   * @throws ViewUnavailable when no store serves this projection yet.
   */
  read<Answer>(projection: string, work: (view: ViewReader, position: Position) => Promise<Answer>): Promise<Answer>
  /**
   * Resolves when the projection has folded the log up to `position`, at once when it is already there.
   *
   * @throws ViewBehind when it is not there after `viewWaitMaxMs` of `events/limits.ts`.
   * @throws ViewUnavailable when no store serves this projection yet.
   */
  reached(projection: string, position: Position): Promise<void>
}

/** Nothing serves this projection: its first store is still being built, or its views cannot be read. */
export class ViewUnavailable extends Error {
  override readonly name = 'ViewUnavailable'
  readonly projection: string

  constructor(projection: string, options?: ErrorOptions) {
    super(`no view of "${projection}" can be read`, options)
    this.projection = projection
  }
}

/** The projection has not folded the log as far as the caller asked. */
export class ViewBehind extends Error {
  override readonly name = 'ViewBehind'
  readonly projection: string
  readonly asked: Position
  readonly reached: Position

  constructor(projection: string, asked: Position, reached: Position) {
    super(`the view of "${projection}" is at position ${reached}, not at ${asked}`)
    this.projection = projection
    this.asked = asked
    this.reached = reached
  }
}
