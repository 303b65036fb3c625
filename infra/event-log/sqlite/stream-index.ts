import type { StreamKey } from './stream-key.ts'

/**
 * Where each stream ends: for every stream the position of its last event and its revision. The index lives in memory, is
 * folded from the links of the blocks at start, and holds no name, only its key: 24 bytes a slot whatever the streams are
 * called, some 40 MB for a million.
 */
export interface StreamEnd {
  readonly position: number
  readonly revision: number
}

const wordsPerSlot = 3
const initialSlots = 1 << 12
const loadMax = 0.7

/** An open-addressing hash table with linear probing over typed arrays: nothing for the garbage collector to walk. */
export class StreamIndex {
  #mask = initialSlots - 1
  #keys = new Uint32Array(initialSlots * wordsPerSlot)
  #positions = new Float64Array(initialSlots) // 0: the slot is free, since positions begin at 1
  #revisions = new Uint32Array(initialSlots)
  #size = 0

  /** Number of streams. */
  get size(): number {
    return this.#size
  }

  get(key: StreamKey): StreamEnd | undefined {
    const slot = this.#find(key)
    const position = this.#positions[slot]
    if (position === undefined || position === 0) return undefined
    return { position, revision: this.#revisions[slot] ?? 0 }
  }

  set(key: StreamKey, position: number, revision: number): void {
    let slot = this.#find(key)
    if (this.#positions[slot] === 0) {
      if (this.#size + 1 > (this.#mask + 1) * loadMax) {
        this.#grow()
        slot = this.#find(key)
      }
      this.#size++
      this.#keys.set(key, slot * wordsPerSlot)
    }
    this.#positions[slot] = position
    this.#revisions[slot] = revision
  }

  /** Takes a stream out again, when the batch that began it is not to be. */
  remove(key: StreamKey): void {
    let free = this.#find(key)
    if (this.#positions[free] === 0) return
    this.#positions[free] = 0
    this.#size--
    // Linear probing must not meet a gap: what stands behind moves up, as far as its own first place allows.
    for (let slot = (free + 1) & this.#mask; this.#positions[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const wanted = (this.#keys[slot * wordsPerSlot] ?? 0) & this.#mask
      const passes = free <= slot ? wanted <= free || wanted > slot : wanted <= free && wanted > slot
      if (!passes) continue
      this.#keys.copyWithin(free * wordsPerSlot, slot * wordsPerSlot, (slot + 1) * wordsPerSlot)
      this.#positions[free] = this.#positions[slot] ?? 0
      this.#revisions[free] = this.#revisions[slot] ?? 0
      this.#positions[slot] = 0
      free = slot
    }
  }

  /** The slot that holds the key, or the free one where it would go. */
  #find(key: StreamKey): number {
    const keys = this.#keys
    const first = key[0] // by index: taken apart as a list, each look-up would make an iterator
    const second = key[1]
    const third = key[2]
    for (let slot = first & this.#mask; ; slot = (slot + 1) & this.#mask) {
      if (this.#positions[slot] === 0) return slot
      const word = slot * wordsPerSlot
      if (keys[word] === first && keys[word + 1] === second && keys[word + 2] === third) return slot
    }
  }

  #grow(): void {
    const [keys, positions, revisions] = [this.#keys, this.#positions, this.#revisions]
    const slots = positions.length * 2
    this.#mask = slots - 1
    this.#keys = new Uint32Array(slots * wordsPerSlot)
    this.#positions = new Float64Array(slots)
    this.#revisions = new Uint32Array(slots)
    for (let slot = 0; slot < positions.length; slot++) {
      const position = positions[slot] ?? 0
      if (position === 0) continue
      const word = slot * wordsPerSlot
      const key: StreamKey = [keys[word] ?? 0, keys[word + 1] ?? 0, keys[word + 2] ?? 0]
      const target = this.#find(key)
      this.#keys.set(key, target * wordsPerSlot)
      this.#positions[target] = position
      this.#revisions[target] = revisions[slot] ?? 0
    }
  }
}
