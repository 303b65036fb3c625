import type { AccountMoment } from '../../port.ts'
import { countUpTo, type Run } from './run.ts'

/** The last page of a run in which there is a time before this one. */
export type PagesBefore = (beforeMs: number) => Run | undefined

/** A run that is all in one page. */
export function pagesOfOne(run: Run): PagesBefore {
  return beforeMs => ((run.timesMs[0] ?? Infinity) < beforeMs ? run : undefined)
}

/** What runs hold together, from time to time, newest first: the last `limit` times before `beforeMs`. */
export function momentsOf(
  pieces: readonly PagesBefore[],
  { beforeMs, limit }: { readonly beforeMs: number; readonly limit: number },
): readonly AccountMoment[] {
  let walks = pieces.map(pages => new WalkBack(pages, beforeMs)).filter(({ atMs }) => atMs > -Infinity)
  let balance = walks.reduce((sum, walk) => sum + walk.sum, 0)
  const moments: AccountMoment[] = []
  while (walks.length > 0 && moments.length < limit) {
    let atMs = -Infinity
    for (const walk of walks) if (walk.atMs > atMs) atMs = walk.atMs
    moments.push({ atMs, balance })
    let haveEnded = false
    for (const walk of walks) {
      if (walk.atMs !== atMs) continue
      balance -= walk.sum
      walk.goBack()
      balance += walk.sum
      haveEnded ||= walk.atMs === -Infinity
    }
    if (haveEnded) walks = walks.filter(walk => walk.atMs > -Infinity)
  }
  return moments
}

/** Goes back in a run, time by time; before its first it is at -Infinity, with nothing in it. */
class WalkBack {
  atMs = -Infinity
  sum = 0
  readonly #pages: PagesBefore
  #page: Run | undefined
  #index = -1

  constructor(pages: PagesBefore, beforeMs: number) {
    this.#pages = pages
    this.#turnTo(beforeMs)
  }

  goBack(): void {
    this.#index--
    if (this.#index < 0) this.#turnTo(this.atMs)
    else this.#stand()
  }

  #turnTo(beforeMs: number): void {
    this.#page = this.#pages(beforeMs)
    this.#index = this.#page === undefined ? -1 : countUpTo(this.#page, beforeMs - 1) - 1
    this.#stand()
  }

  #stand(): void {
    this.atMs = this.#page?.timesMs[this.#index] ?? -Infinity
    this.sum = this.#page?.sums[this.#index] ?? 0
  }
}
