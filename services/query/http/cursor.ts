import { hash } from 'node:crypto'
import { phrase } from '@athar/events/phrases.ts'
import type { IndexPlace } from '@athar/infra/view-store/port.ts'
import type { FastifyRequest } from 'fastify'
import { invalidParameter, optional, type Parameter } from './parameter.ts'
import { matching } from './parameters.ts'

/** Counts up when what a cursor holds is laid out anew. */
const version = 1
/** Longer than any place: a sort has a few references and times in it. */
const lengthMax = 2_000
const expected = phrase('cursor')

/**
 * Cursors say where a page ended, so that the next one goes on there, whatever has arrived since. A reader sends them back as
 * they are. They are bound to their query: another one would go on at a place that means nothing in it.
 */
export class Cursors {
  readonly #query: string

  /** `query`: all that decides which items there are and in which order; not how many are answered. */
  constructor(query: readonly string[]) {
    this.#query = hash('sha256', JSON.stringify(query), 'base64url').slice(0, 10)
  }

  write({ sort, key }: IndexPlace): string {
    return Buffer.from(JSON.stringify([version, this.#query, sort, key])).toString('base64url')
  }

  /** The place where a page goes on; `undefined` for the first. Throws a `Refusal` for a cursor that is not of this query. */
  read(text: string | undefined): IndexPlace | undefined {
    if (text === undefined) return undefined
    const place = this.#placeIn(text)
    if (place === undefined) throw invalidParameter('cursor', expected)
    return place
  }

  #placeIn(text: string): IndexPlace | undefined {
    const parts = partsOf(text)
    if (parts === undefined) return undefined
    const [writtenBy, query, sort, key, ...rest] = parts
    if (writtenBy !== version || query !== this.#query || rest.length > 0) return undefined
    return typeof sort === 'string' && typeof key === 'string' ? { sort, key } : undefined
  }
}

/** The cursors of a request: of its path and its filters, in whatever order they are written. */
export function cursorsOf(path: string, request: FastifyRequest): Cursors {
  const aboutPages = ['limit', 'cursor', 'minPosition']
  const asked = { ...Object(request.params), ...Object(request.query) }
  const filters = Object.entries<string>(asked).filter(([name]) => !aboutPages.includes(name))
  return new Cursors([path, ...filters.map(([name, value]) => `${name}=${value}`).sort()])
}

/** A cursor as a parameter: whether it is one of this query is seen when the page is read. */
export const cursorParameter: Parameter<string | undefined> = optional(
  matching(
    'Goes on where an earlier page ended: its `next`. The other parameters must be those of that page.',
    `^[A-Za-z0-9_\\-]{1,${lengthMax}}$`,
    expected,
  ),
)

function partsOf(text: string): readonly unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) ? parts : undefined
  } catch {
    return undefined // it is no JSON: nobody here has written it
  }
}
