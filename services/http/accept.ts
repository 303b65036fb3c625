import { problem } from '@athar/events/problems.ts'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './problem-reply.ts'

/** A range of an `Accept` header, and how much the caller wants it. */
interface Range {
  readonly type: string
  readonly subtype: string
  readonly quality: number
}

/** Ranges that are looked at: browsers send fewer than ten. */
const rangesMax = 20

/**
 * The media type to answer in: of those offered the one the caller wants most (RFC 9110 §12.5.1), the first when it does
 * not say. Throws a `Refusal` when it wants none of them.
 */
export function negotiate<Offered extends string>(request: FastifyRequest, offered: readonly Offered[]): Offered {
  const ranges = rangesOf(request.headers.accept ?? '*/*')
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

function rangesOf(accept: string): readonly Range[] {
  return accept
    .split(',')
    .slice(0, rangesMax)
    .map(range => {
      const [name = '', ...parameters] = range.toLowerCase().split(';')
      const [type = '', subtype = ''] = name.trim().split('/')
      return { type, subtype, quality: qualityIn(parameters) }
    })
}

function qualityIn(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=')
    if (name?.trim() === 'q') return Number(value) || 0
  }
  return 1
}

/** By the range that fits most closely: `text/*;q=0.5` says more of `text/event-stream` than a range of everything does. */
function qualityOf(offered: string, ranges: readonly Range[]): number {
  const [type, subtype] = offered.split('/')
  let closest = -1
  let quality = 0
  for (const range of ranges) {
    const closeness = range.type === '*' ? 0 : range.type !== type ? -1 : range.subtype === '*' ? 1 : 2
    const fits = closeness >= 0 && (range.subtype === '*' || (closeness === 2 && range.subtype === subtype))
    if (!fits || closeness <= closest) continue
    closest = closeness
    quality = range.quality
  }
  return quality
}
