import type { Position } from '@athar/events/envelope.ts'
import { problem } from '@athar/events/problems.ts'
import { Refusal, retryAfterSeconds } from '@athar/http/problem-reply.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { ViewBehind, type ViewSource, ViewUnavailable } from '../view-source.ts'

type Views<Projection extends string> = Readonly<Record<Projection, ViewReader>>

/** What views are to be read, and how far they must be. */
export interface Wanted<Projection extends string> {
  readonly projections: readonly Projection[]
  /** The position that every one of them must have reached. */
  readonly minPosition: Position | undefined
}

/**
 * Reads several projections, each in a snapshot of its own, and tells `work` the position of the one that is furthest behind.
 * Throws a `Refusal` when one of them cannot be read, or has not got so far in time.
 */
export async function inSnapshot<Projection extends string, Answer>(
  source: ViewSource,
  { projections, minPosition }: Wanted<Projection>,
  work: (views: Views<Projection>, position: Position) => Promise<Answer>,
): Promise<Answer> {
  function open(index: number, views: Partial<Views<Projection>>, least: Position): Promise<Answer> {
    const projection = projections[index]
    if (projection === undefined) return work(views as Views<Projection>, least) // all of them are open by now
    return source.read(projection, (view, position) =>
      open(index + 1, { ...views, [projection]: view }, Math.min(least, position)),
    )
  }

  try {
    if (minPosition !== undefined) await Promise.all(projections.map(each => source.reached(each, minPosition)))
    return await open(0, {}, Number.POSITIVE_INFINITY)
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  const seconds = retryAfterSeconds
  if (error instanceof ViewUnavailable)
    return new Refusal(problem('view-unavailable', { view: error.projection, seconds }))
  if (error instanceof ViewBehind)
    return new Refusal(problem('view-behind', { position: error.reached, asked: error.asked, seconds }))
  return undefined
}
