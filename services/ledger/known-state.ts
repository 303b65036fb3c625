import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { Family } from '@athar/events/event-type.ts'
import type { EventLog } from '@athar/infra/event-log/port.ts'
import { foldStream, newStream, readStored } from './fold.ts'
import type { Prepared } from './prepared.ts'
import type { Slice } from './queue.ts'
import { StreamCache } from './stream-cache.ts'

export const directoryFamilies: readonly Family[] = ['organisation', 'site', 'permit']

/**
 * What the ledger knows: the hot streams and the directory. It runs ahead of the disk by the groups in flight; when one of
 * them comes to nothing it is thrown away, and folded from the log again.
 */
export class KnownState {
  readonly #log: EventLog
  readonly #streams: StreamCache
  #directory = new FoldedDirectory()
  /** Counts the times the state was thrown away: what was loaded before is not to be decided on. */
  #generation = 0
  #isStale = true

  constructor(log: EventLog, hotEventsMax: number) {
    this.#log = log
    this.#streams = new StreamCache(hotEventsMax)
  }

  get directory(): FoldedDirectory {
    return this.#directory
  }

  /** True when the directory must be folded again before anything more is decided. */
  get isStale(): boolean {
    return this.#isStale
  }

  /** The directory has taken what was then taken back. */
  outdateDirectory(): void {
    this.#isStale = true
  }

  /** Throws everything away: it was decided on what is not to be. */
  forget(): void {
    this.#isStale = true
    this.#generation++
    this.#streams.clear()
  }

  /** Counts an event that was added to a hot stream. */
  grew(): void {
    this.#streams.grew()
  }

  /** Called between groups: forgets the streams that have been cold for longest. */
  trim(): void {
    this.#streams.trim()
  }

  /** Folds the directory from the log. */
  async refresh(): Promise<void> {
    this.#isStale = false
    const directory = new FoldedDirectory()
    for await (const batch of this.#log.readAll(0, { families: directoryFamilies }))
      for (const stored of batch) directory.evolve(readStored(stored).event)
    this.#directory = directory
  }

  /**
   * Has the state of every stream of a group at hand, from the cache or folded from the log. `settled` resolves when no
   * group is in flight: what they write belongs to the directory too.
   */
  async load(slices: readonly Slice[], prepared: readonly Prepared[], settled: () => Promise<unknown>): Promise<void> {
    let generation: number
    do {
      if (this.#isStale) {
        await settled()
        await this.refresh()
      }
      generation = this.#generation
      const missing = this.#takeHot(prepared)
      if (missing.length > 0) await this.#fold(missing, generation)
      if (generation === this.#generation) await this.#findOriginals(slices, prepared)
    } while (generation !== this.#generation || this.#isStale)
  }

  /**
   * Gives each event the state of its stream. Answers those whose stream was not in the cache, one for each stream: it is
   * there now, as if it were new, until `#fold` has read what the log has of it.
   */
  #takeHot(prepared: readonly Prepared[]): readonly Prepared[] {
    const missing: Prepared[] = []
    for (const one of prepared) {
      one.hot = this.#streams.get(one.stream)
      if (one.hot !== undefined) continue
      one.hot = newStream(one.type.family)
      this.#streams.set(one.stream, one.hot)
      missing.push(one)
    }
    return missing
  }

  /** Folds the streams that were not in the cache, unless the state is thrown away meanwhile. */
  async #fold(missing: readonly Prepared[], generation: number): Promise<void> {
    const found = await this.#log.readStreams(missing.map(({ stream }) => stream))
    if (generation !== this.#generation || found.size === 0) return
    for (const { stream, type, hot } of missing) {
      const events = found.get(stream)
      if (events === undefined || hot === undefined) continue
      Object.assign(hot, foldStream(type.family, events))
      this.#streams.grew(events.length)
    }
  }

  /**
   * Reads what atomic submissions say again. Whether it is the same must be known before one of them is decided: a reused
   * id refuses it as a whole. Those of others are judged when their group is on disk.
   */
  async #findOriginals(slices: readonly Slice[], prepared: readonly Prepared[]): Promise<void> {
    const repeats: Prepared[] = []
    let next = 0
    for (const { submission, from, to } of slices) {
      const its = submission.atomic ? prepared.slice(next, next + to - from) : []
      repeats.push(...its.filter(({ hot, said }) => hot?.ids.includes(said.id)))
      next += to - from
    }
    if (repeats.length === 0) return
    const found = await this.#log.readStreams([...new Set(repeats.map(({ stream }) => stream))])
    for (const one of repeats) one.original = found.get(one.stream)?.[one.hot?.ids.indexOf(one.said.id) ?? -1]
  }
}
