/** Something that is due at a time. Of two that are due together, the one that was put in first comes first. */
export interface Due<Item> {
  readonly atMs: number
  readonly order: number
  readonly item: Item
}

/** What is to come, earliest first: a binary heap. */
export class TimeQueue<Item> {
  readonly #heap: Due<Item>[] = []
  #order = 0

  get size(): number {
    return this.#heap.length
  }

  /** When the next is due; `Infinity` when nothing is. */
  get nextMs(): number {
    return this.#heap[0]?.atMs ?? Number.POSITIVE_INFINITY
  }

  put(atMs: number, item: Item): void {
    const due: Due<Item> = { atMs, order: this.#order++, item }
    const heap = this.#heap
    let place = heap.length
    heap.push(due)
    while (place > 0) {
      const parentPlace = (place - 1) >> 1
      const parent = heap[parentPlace]
      if (parent === undefined || !isBefore(due, parent)) break
      heap[place] = parent
      place = parentPlace
    }
    heap[place] = due
  }

  /** Takes the earliest out; `undefined` when nothing is left. */
  take(): Due<Item> | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) this.#sinkFromTop(last)
    return first
  }

  #sinkFromTop(due: Due<Item>): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      let childPlace = 2 * place + 1
      let child = heap[childPlace]
      if (child === undefined) break
      const other = heap[childPlace + 1]
      if (other !== undefined && isBefore(other, child)) {
        child = other
        childPlace++
      }
      if (!isBefore(child, due)) break
      heap[place] = child
      place = childPlace
    }
    heap[place] = due
  }
}

function isBefore(one: Due<unknown>, other: Due<unknown>): boolean {
  return one.atMs === other.atMs ? one.order < other.order : one.atMs < other.atMs
}
