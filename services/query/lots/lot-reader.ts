import type { IndexPlace, ViewReader } from '@athar/infra/view-store/port.ts'
import { type CustodyDocument, custodyKey, type LotDocument } from '@athar/projections/custody/documents.ts'
import {
  entriesAfter,
  entriesAt,
  type LotEntry,
  lotEntries,
  readEntry,
} from '@athar/projections/lineage/lot-entries.ts'
import type { LotPlace } from '@athar/projections/lineage/lot-place.ts'
import { type MixingNode, mixingNodeOf } from '@athar/projections/lineage/mixing-node.ts'

export type LotReaderView = Pick<ViewReader, 'get' | 'list'>

/** An entry of a lot, and the key of the movement or treatment that it is of. */
export type KeyedEntry = LotEntry & { readonly key: string }

/** Keys that are asked for at once: the largest documents have 200 kB. */
const keysAtOnce = 200

/** Entries that are asked for at once. */
const entriesAtOnce = 5_000

/** Reads what stands around lots, every document once. All of it at one position: within one snapshot. */
export class LotReader {
  readonly #view: LotReaderView
  readonly #mixing = new Map<string, MixingNode | undefined>()
  readonly #lots = new Map<string, LotDocument>()

  constructor(view: LotReaderView) {
    this.#view = view
  }

  /** The documents that gave to a lot or took from it, but for its namesake: the first `max`, and whether that is all. */
  async entries(
    place: LotPlace,
    max: number,
  ): Promise<{ readonly entries: readonly KeyedEntry[]; readonly areAll: boolean }> {
    const entries: KeyedEntry[] = []
    let after: IndexPlace | undefined
    while (entries.length < max) {
      const limit = Math.min(entriesAtOnce, max - entries.length)
      const page = await this.#view.list(lotEntries, { ...entriesAt(place), limit, ...(after && { after }) })
      for (const { sort, key } of page.entries) entries.push({ ...readEntry(sort), key })
      if (page.next === undefined) return { entries, areAll: true }
      after = page.next
    }
    return { entries, areAll: false }
  }

  /** The sites at which a lot was ever weighed, each once, some `atOnce` at a time. */
  async *sitesOf(lot: string, atOnce: number): AsyncGenerator<readonly string[]> {
    await this.fetch(aboutLot(lot))
    const named = new Set(this.#sitesByName(lot))
    let sites = [...named]
    let site: string | undefined
    for (;;) {
      const [first] = (await this.#view.list(lotEntries, { ...entriesAfter({ lot, site }), limit: 1 })).entries
      if (first === undefined) break
      site = readEntry(first.sort).site
      if (!named.has(site)) sites.push(site)
      if (sites.length < atOnce) continue
      yield sites
      sites = []
    }
    if (sites.length > 0) yield sites
  }

  /** Whether there is such a lot at that site. */
  async isAt(place: LotPlace): Promise<boolean> {
    await this.fetch(aboutLot(place.lot))
    if (this.#sitesByName(place.lot).includes(place.site)) return true
    return (await this.#view.list(lotEntries, { ...entriesAt(place), limit: 1 })).entries.length > 0
  }

  /** The sites that the documents called as the lot name. */
  #sitesByName(lot: string): readonly string[] {
    const { produced, adjustments = [] } = this.lotDocument(lot) ?? {}
    const said = produced === undefined ? adjustments : [produced, ...adjustments]
    const moved = this.namesake(lot)?.amounts.filter(amount => amount.lot === lot) ?? []
    return [...said.map(({ data }) => data.site), ...moved.map(({ site }) => site)]
  }

  /**
   * Reads documents that were not read before, in this order, until they have named more than `linksMax` lots between them:
   * the rest stays unknown.
   */
  async fetch(keys: readonly string[], linksMax = Number.POSITIVE_INFINITY): Promise<void> {
    const missing = [...new Set(keys)].filter(key => !this.knows(key))
    let linksLeft = linksMax
    for (let first = 0; first < missing.length && linksLeft >= 0; first += keysAtOnce) {
      const asked = missing.slice(first, first + keysAtOnce)
      const found = await this.#view.get(asked)
      for (const key of asked) {
        this.#keep(key, found.get(key))
        linksLeft -= this.mixing(key)?.amounts.length ?? 0
      }
    }
  }

  /** Whether it was read, be there something or not. */
  knows(key: string): boolean {
    return this.#mixing.has(key) || this.#lots.has(key)
  }

  /** A movement or treatment that was fetched; `undefined` when there is none. */
  mixing(key: string): MixingNode | undefined {
    return this.#mixing.get(key)
  }

  /** The movement that is called as a lot. */
  namesake(lot: string): MixingNode | undefined {
    return this.mixing(custodyKey('movement', lot))
  }

  lotDocument(lot: string): LotDocument | undefined {
    return this.#lots.get(custodyKey('lot', lot))
  }

  #keep(key: string, json: string | undefined): void {
    const document = json === undefined ? undefined : (JSON.parse(json) as CustodyDocument) // its fold has written it
    if (document === undefined) this.#mixing.set(key, undefined)
    else if (document.kind === 'lot') this.#lots.set(key, document)
    else this.#mixing.set(key, mixingNodeOf(key, document))
  }
}

/** What is found of a lot by its name. */
export function aboutLot(lot: string): readonly string[] {
  return [custodyKey('lot', lot), custodyKey('movement', lot)]
}
