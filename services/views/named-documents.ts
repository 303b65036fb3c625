import type { ViewReader } from '@athar/infra/view-store/port.ts'
import type { Fold, FoldedEvent, LoadedDocuments } from '@athar/projections/projection.ts'
import type { HeldDocument, HeldDocuments } from './held-documents.ts'
import { FoldPoison } from './poison.ts'

/** What an event may touch: keys, and the document of each in the same order. */
export interface Named {
  readonly keys: readonly string[]
  readonly documents: readonly HeldDocument[]
}

/** Asks a fold what its events may touch, and has it in memory. */
export class NamedDocuments {
  readonly #fold: Fold
  readonly #held: HeldDocuments
  readonly #store: Pick<ViewReader, 'get'>
  /** Whether the last question was answered with a look at documents: the next answer may then be another one. */
  #hasLooked = false

  constructor(fold: Fold, held: HeldDocuments, store: Pick<ViewReader, 'get'>) {
    this.#fold = fold
    this.#held = held
    this.#store = store
  }

  /**
   * Fetches in one go what the events may touch, and again as long as that makes them name more. Answers what each may touch;
   * `undefined` when that hangs on documents, which the events before it may change: it is asked again when it is its turn.
   *
   * @throws FoldPoison
   */
  async fetchFor(events: readonly FoldedEvent[]): Promise<readonly (Named | undefined)[]> {
    const named: (Named | undefined)[] = new Array(events.length)
    let asking: Iterable<number> = events.keys()
    for (;;) {
      const unanswered: number[] = []
      const missing: (readonly string[])[] = []
      for (const index of asking) {
        const event = events[index]
        if (event === undefined) continue // an index below the length of the list
        const keys = this.#ask(event)
        const documents = this.#documentsOf(keys)
        if (documents === undefined) {
          unanswered.push(index)
          missing.push(keys)
        } else if (!this.#hasLooked) named[index] = { keys, documents }
      }
      if (unanswered.length === 0) return named
      await this.#fetch(missing)
      asking = unanswered
    }
  }

  /** What an event may touch now. */
  async of(event: FoldedEvent): Promise<Named> {
    for (;;) {
      const keys = this.#ask(event)
      const documents = this.#documentsOf(keys)
      if (documents !== undefined) return { keys, documents }
      await this.#fetch([keys])
    }
  }

  readonly #loaded: LoadedDocuments = {
    get: key => {
      this.#hasLooked = true
      return this.#held.get(key)?.document
    },
  }

  #ask(event: FoldedEvent): readonly string[] {
    this.#hasLooked = false
    try {
      return this.#fold.reads(event, this.#loaded)
    } catch (error) {
      throw new FoldPoison(event.position, error)
    }
  }

  /** `undefined` when one of them is not in memory. */
  #documentsOf(keys: readonly string[]): readonly HeldDocument[] | undefined {
    const documents: HeldDocument[] = []
    for (const key of keys) {
      const held = this.#held.get(key)
      if (held === undefined) return undefined
      documents.push(held)
    }
    return documents
  }

  async #fetch(named: Iterable<readonly string[]>): Promise<void> {
    const missing = new Set<string>()
    for (const keys of named) for (const key of keys) if (!this.#held.has(key)) missing.add(key)
    const found = await this.#store.get([...missing])
    for (const key of missing) {
      const json = found.get(key)
      this.#held.hold(key, json === undefined ? undefined : JSON.parse(json))
    }
  }
}

/** The document of a key that was named; `undefined` when it was not. */
export function heldIn({ keys, documents }: Named, key: string): HeldDocument | undefined {
  for (let index = 0; index < keys.length; index++) if (keys[index] === key) return documents[index]
  return undefined
}
