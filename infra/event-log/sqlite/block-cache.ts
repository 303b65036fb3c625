import type { Position } from '@athar/events/envelope.ts'

/** Consecutive events that take so much memory together. */
export interface CachedBlock {
  readonly first: Position
  readonly count: number
  readonly lines: Uint8Array
}

export interface BlockCacheLimits {
  /** Of the lines of all blocks together. */
  readonly bytesMax: number
  /** How long a block is kept that nobody asks for. */
  readonly idleMsMax: number
}

interface Kept<Block> {
  readonly block: Block
  askedAtMs: number
}

/**
 * Blocks that were unpacked, as long as they are asked for. A country's movements are under way for days: of the events that
 * arrive in a second thousands belong to streams that nobody holds in memory any more, and each block of yesterday has the
 * beginnings of a hundred of them. In quieter times next to nothing is read again, and next to nothing is kept.
 */
export class BlockCache<Block extends CachedBlock> {
  readonly #limits: BlockCacheLimits
  readonly #nowMs: () => number
  /** By their first position; the one that was asked for longest ago comes first. */
  readonly #kept = new Map<Position, Kept<Block>>()
  /** Their first positions, in order. */
  #firsts: Position[] = []
  #bytes = 0

  constructor(limits: BlockCacheLimits, nowMs: () => number = () => performance.now()) {
    this.#limits = limits
    this.#nowMs = nowMs
  }

  /** The block that holds a position, if it is kept. */
  find(position: Position): Block | undefined {
    const first = this.#firsts[this.#placeAfter(position) - 1]
    const kept = first === undefined ? undefined : this.#kept.get(first)
    if (kept === undefined || position >= kept.block.first + kept.block.count) return undefined
    kept.askedAtMs = this.#nowMs()
    this.#kept.delete(kept.block.first)
    this.#kept.set(kept.block.first, kept)
    return kept.block
  }

  /** Keeps a block that `find` did not find, and lets go of what has become too old or too much. */
  keep(block: Block): void {
    const nowMs = this.#nowMs()
    this.#kept.set(block.first, { block, askedAtMs: nowMs })
    this.#firsts.splice(this.#placeAfter(block.first), 0, block.first)
    this.#bytes += block.lines.length
    for (const { block: oldest, askedAtMs } of this.#kept.values()) {
      if (this.#bytes <= this.#limits.bytesMax && nowMs - askedAtMs <= this.#limits.idleMsMax) return
      this.#kept.delete(oldest.first)
      this.#firsts.splice(this.#placeAfter(oldest.first) - 1, 1)
      this.#bytes -= oldest.lines.length
    }
  }

  clear(): void {
    this.#kept.clear()
    this.#firsts = []
    this.#bytes = 0
  }

  /** How many of the blocks begin at or before a position. */
  #placeAfter(position: Position): number {
    let from = 0
    let to = this.#firsts.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#firsts[middle] ?? 0) <= position) from = middle + 1
      else to = middle
    }
    return from
  }
}
