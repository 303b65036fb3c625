import { problem } from '@athar/events/problems.ts'
import type { FastifyRequest } from 'fastify'
import { type AcceptedRange, acceptedRanges } from './accepted-ranges.ts'
import { Refusal } from './problem-reply.ts'

/**
 * The media type to answer in: of those offered the one the caller wants most (RFC 9110 §12.5.1), the first when it does
 * not say. Throws a `Refusal` when it wants none of them.
 */
export function negotiate<Offered extends string>(request: FastifyRequest, offered: readonly Offered[]): Offered {
  const ranges = acceptedRanges(request.headers.accept ?? '*/*')
  let best: Offered | undefined
  let bestQuality = 0
  for (const one of offered) {
    const quality = qualityOf(one, ranges)
    if (quality > bestQuality) {
      best = one
      bestQuality = quality
    }
  }
  if (best === undefined) throw new Refusal(problem('not-acceptable', { offered: offered.join(', ') }))
  return best
}

/** By the range that fits most closely: `text/*;q=0.5` says more of `text/event-stream` than a range of everything does. */
function qualityOf(offered: string, ranges: readonly AcceptedRange[]): number {
  const fromWideToClose = ['*/*', `${offered.split('/')[0]}/*`, offered]
  let closest = -1
  let quality = 0
  for (const range of ranges) {
    const closeness = fromWideToClose.indexOf(range.name)
    if (closeness <= closest) continue
    closest = closeness
    quality = range.quality
  }
  return quality
}
