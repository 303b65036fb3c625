import { limits } from '@athar/events/limits.ts'
import { subjectOf } from '@athar/projections/custody/documents.ts'
import { lotNodeOf, partsOfLot } from '@athar/projections/lineage/lot-node.ts'
import { type LotPlace, lotId } from '@athar/projections/lineage/lot-place.ts'
import type { LineageNode } from '@athar/projections/lineage/node.ts'
import type { CutNode, Direction, Walked } from '@athar/projections/lineage/trace.ts'
import { aboutLot, type KeyedEntry, type LotReader } from './lot-reader.ts'

/** How far a walk goes. */
export interface WalkBounds {
  /** Steps from lot to lot, through a movement or a treatment; absent: as far as there is something. */
  readonly depth?: number | undefined
  /** Nodes that are looked into. */
  readonly nodesMax: number
  /** Entries of lots and lots of documents that are read for it. */
  readonly linksMax: number
}

export const walkBounds: WalkBounds = { nodesMax: limits.lineageNodesMax, linksMax: limits.lineageLinksMax }

export interface LineageWalk extends Walked {
  /** Whether there was more to look into than a walk may. A `depth` that was asked for truncates nothing. */
  readonly truncated: boolean
}

/** A lot that the walk has reached, and what the document that led to it says of it. */
interface Reached extends LotPlace {
  readonly code?: string
  readonly atMs?: number
}

/**
 * Walks from a lot to the lots that gave to it, or that it gave to, level by level. Where there is no room for more, lots
 * and documents are reached and not looked into; what flows into those that are is complete.
 */
export async function walkLineage(
  reader: LotReader,
  root: LotPlace,
  direction: Direction,
  bounds: WalkBounds = walkBounds,
): Promise<LineageWalk> {
  const walk = new Walk(reader, direction, bounds)
  let level: readonly Reached[] = [root]
  for (let depth = 0; level.length > 0; depth++)
    level = depth === bounds.depth ? walk.stopAt(level) : await walk.lookInto(level)
  return walk
}

class Walk implements LineageWalk {
  readonly direction: Direction
  readonly nodes = new Map<string, LineageNode>()
  readonly cut = new Map<string, CutNode>()
  truncated = false
  readonly #reader: LotReader
  #nodesLeft: number
  #linksLeft: number

  constructor(reader: LotReader, direction: Direction, { nodesMax, linksMax }: WalkBounds) {
    this.#reader = reader
    this.direction = direction
    this.#nodesLeft = nodesMax
    this.#linksLeft = linksMax
  }

  stopAt(level: readonly Reached[]): readonly Reached[] {
    for (const lot of level) this.#cutLot(lot)
    return []
  }

  /** Looks into the lots of a level, and answers those of the next, in order of id. */
  async lookInto(level: readonly Reached[]): Promise<readonly Reached[]> {
    const entriesOf = new Map<Reached, readonly KeyedEntry[]>()
    const keys = new Set<string>()
    for (const lot of level) {
      const { entries, areAll } = await this.#reader.entries(lot, this.#nodesLeft > 0 ? this.#linksLeft : 0)
      if (!areAll) {
        this.#cutLot(lot, { truncated: true })
        continue
      }
      this.#nodesLeft--
      this.#linksLeft -= entries.length
      entriesOf.set(lot, entries)
      for (const key of this.#onTheWay(entries)) this.#take(key, keys)
    }
    const lots = [...entriesOf.keys()].flatMap(({ lot }) => aboutLot(lot))
    await this.#reader.fetch([...lots, ...keys], this.#linksLeft)
    const next = new Map<string, Reached>()
    for (const [lot, entries] of entriesOf) this.#addLot(lot, entries, next)
    return [...next.values()].sort((one, other) => (lotId(one) < lotId(other) ? -1 : 1))
  }

  #onTheWay(entries: readonly KeyedEntry[]): readonly string[] {
    const wanted = this.direction === 'upstream' ? 'in' : 'out'
    return entries.filter(({ direction }) => direction === wanted).map(({ key }) => key)
  }

  #take(key: string, keys: Set<string>): void {
    if (keys.has(key) || this.nodes.has(key) || this.#nodesLeft <= 0) return
    keys.add(key)
    this.#nodesLeft--
  }

  #addLot(place: Reached, entries: readonly KeyedEntry[], next: Map<string, Reached>): void {
    if (!aboutLot(place.lot).every(key => this.#reader.knows(key))) {
      this.#cutLot(place, { truncated: true })
      return
    }
    const document = this.#reader.lotDocument(place.lot)
    const namesake = this.#reader.namesake(place.lot)
    const node = lotNodeOf(place, partsOfLot(place, { entries, namesake, document }))
    this.nodes.set(node.id, node)
    for (const { to, end } of this.direction === 'upstream' ? node.inflows : node.outflows)
      if (end === undefined) this.#addMixing(to, next)
  }

  /** A movement or treatment next to a lot; the lots beyond it are to be looked into next. */
  #addMixing(key: string, next: Map<string, Reached>): void {
    if (this.nodes.has(key) || this.cut.has(key)) return
    const node = this.#reader.mixing(key)
    if (node === undefined || node.amounts.length > this.#linksLeft) {
      this.#cutMixing(key)
      return
    }
    this.#linksLeft -= node.amounts.length
    this.nodes.set(key, node)
    const isBeyond = (grams: number) => (this.direction === 'upstream' ? grams < 0 : grams > 0)
    for (const lot of node.amounts) {
      const id = lotId(lot)
      if (isBeyond(lot.grams) && !this.nodes.has(id) && !this.cut.has(id)) next.set(id, next.get(id) ?? lot)
    }
  }

  #cutLot({ site, lot, code, atMs }: Reached, { truncated = false } = {}): void {
    if (truncated) this.truncated = true
    const id = lotId({ site, lot })
    const known = { ...(code !== undefined && { code }), ...(atMs !== undefined && { timeMs: atMs }) }
    this.cut.set(id, { id, kind: 'lot', subject: lot, site, ...known })
  }

  /** The document itself is not needed for this: its key says what it is. */
  #cutMixing(key: string): void {
    this.truncated = true
    const kind = key.startsWith('movement/') ? 'movement' : 'treatment'
    this.cut.set(key, { id: key, kind, subject: subjectOf(key) })
  }
}
