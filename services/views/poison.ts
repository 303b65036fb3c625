import type { Position } from '@athar/events/envelope.ts'

/** Something that a fold or a projection cannot take in. Whoever wrote it has to look at it; nobody guesses. */
export type Poison = FoldPoison | DerivePoison

/** A fold threw: all that is folded with it stops. */
export class FoldPoison extends Error {
  override readonly name = 'FoldPoison'
  /** The position of the event. */
  readonly at: Position

  constructor(at: Position, cause: unknown) {
    super(reasonOf(cause), { cause })
    this.at = at
  }
}

/** A projection threw over a document: it stops alone. */
export class DerivePoison extends Error {
  override readonly name = 'DerivePoison'
  readonly projection: string
  readonly key: string
  /** The position of the event after which it threw; `undefined` when that was noticed only when storing. */
  readonly at: Position | undefined

  constructor(projection: string, key: string, at: Position | undefined, cause: unknown) {
    super(reasonOf(cause), { cause })
    this.projection = projection
    this.key = key
    this.at = at
  }
}

export function isPoison(thrown: unknown): thrown is Poison {
  return thrown instanceof FoldPoison || thrown instanceof DerivePoison
}

const reasonCharactersMax = 500

function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return said.length > reasonCharactersMax ? `${said.slice(0, reasonCharactersMax)}…` : said
}
