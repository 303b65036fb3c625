import type { Position } from '@athar/events/envelope.ts'
import { mustBeOrderable } from '@athar/infra/view-store/names.ts'
import type { IndexEntry, Posting, Projection, Tally } from '@athar/projections/projection.ts'
import { nothingOmitted, type Omissions } from './omissions.ts'
import { DerivePoison } from './poison.ts'

/**
 * Asks the projections of a store what follows from a document. Nothing follows from a document that is not there, or that
 * a person has left out. What a projection throws becomes a `DerivePoison`.
 */
export class Deriving {
  readonly projections: readonly Projection[]
  /** Those that post. */
  readonly posting: readonly Projection[]
  readonly #indexing: readonly Projection[]
  readonly #tallying: readonly Projection[]
  readonly #omissions: Omissions

  constructor(projections: readonly Projection[], omissions: Omissions = nothingOmitted) {
    this.projections = projections
    this.posting = projections.filter(({ postings }) => postings !== undefined)
    this.#indexing = projections.filter(({ indexes }) => indexes !== undefined)
    this.#tallying = projections.filter(({ tallies }) => tallies !== undefined)
    this.#omissions = omissions
  }

  /** `at`: the event after which it is asked, when that is known. */
  entries(key: string, document: object | undefined, at?: Position): readonly IndexEntry[] {
    return this.#all(this.#indexing, key, document, at, each => each.indexes?.(key, document))
  }

  tallies(key: string, document: object | undefined, at?: Position): readonly Tally[] {
    return this.#all(this.#tallying, key, document, at, each => each.tallies?.(key, document))
  }

  postings(projection: Projection, key: string, document: object | undefined, at: Position): readonly Posting[] {
    return this.#of(projection, key, document, at, each => each.postings?.(key, document)) ?? []
  }

  /** Asks for everything and looks at it as a store does when it is given it: names it can order, numbers that are whole. */
  check(key: string, document: object | undefined, at: Position): void {
    for (const projection of this.projections) {
      const parts = this.#of(projection, key, document, at, each => [
        ...(each.indexes?.(key, document) ?? []).flatMap(({ index, sort }) => [index, sort]),
        ...(each.tallies?.(key, document) ?? []).flatMap(({ tally, amount }) => [tally, amount]),
        ...(each.postings?.(key, document) ?? []).flatMap(({ account, amount, atMs }) => [account, amount, atMs]),
      ])
      try {
        parts?.forEach(mustBeStorable)
      } catch (error) {
        throw new DerivePoison(projection.name, key, at, error)
      }
    }
  }

  #all<Part>(
    projections: readonly Projection[],
    key: string,
    document: object | undefined,
    at: Position | undefined,
    derive: (projection: Projection) => readonly Part[] | undefined,
  ): readonly Part[] {
    if (document === undefined) return []
    const all: Part[] = []
    for (const projection of projections) {
      const parts = this.#of(projection, key, document, at, derive)
      if (parts !== undefined) for (const part of parts) all.push(part)
    }
    return all
  }

  #of<Part>(
    projection: Projection,
    key: string,
    document: object | undefined,
    at: Position | undefined,
    derive: (projection: Projection) => readonly Part[] | undefined,
  ): readonly Part[] | undefined {
    if (document === undefined || this.#omissions.documents.get(projection.name)?.has(key)) return undefined
    try {
      return derive(projection)
    } catch (error) {
      throw new DerivePoison(projection.name, key, at, error)
    }
  }
}

function mustBeStorable(part: string | number): void {
  if (typeof part === 'string') mustBeOrderable(part)
  else if (!Number.isSafeInteger(part)) throw new RangeError(`${part} is not a whole number`)
}
