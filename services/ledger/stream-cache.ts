/** What the ledger keeps of a stream while it is hot. */
export interface HotStream {
  /** Revision of its last event, -1 when it has none. Includes events on their way to the disk. */
  revision: number
  state: unknown
  /**
   * The ids of its events: the id of revision n is at n. Each event makes a new list, because V8 leaves room for sixteen
   * more in a list that grows, and very many lists are kept.
   */
  ids: readonly string[]
}

/**
 * The hot streams, bounded by the events they hold. Two generations stand in for a least-recently-used list: what is
 * asked for moves to the young one; when that is full, it becomes the old one, and the old one is forgotten. What is
 * forgotten is folded from the log again.
 */
export class StreamCache {
  readonly #eventsMax: number
  #young = new Map<string, HotStream>()
  #old = new Map<string, HotStream>()
  #youngEvents = 0

  constructor(eventsMax: number) {
    this.#eventsMax = eventsMax
  }

  get(stream: string): HotStream | undefined {
    const young = this.#young.get(stream)
    if (young !== undefined) return young
    const old = this.#old.get(stream)
    if (old !== undefined) this.set(stream, old)
    return old
  }

  set(stream: string, hot: HotStream): void {
    this.#young.set(stream, hot)
    this.#youngEvents += hot.ids.length + 1
  }

  /** Counts events that were added to a stream of the cache. */
  grew(events = 1): void {
    this.#youngEvents += events
  }

  /** Forgets the older half when the younger is full. Called between groups, so that no group loses what it has loaded. */
  trim(): void {
    if (this.#youngEvents * 2 <= this.#eventsMax) return
    this.#old = this.#young
    this.#young = new Map()
    this.#youngEvents = 0
  }

  clear(): void {
    this.#young.clear()
    this.#old.clear()
    this.#youngEvents = 0
  }
}
