import type { Position } from '@athar/events/envelope.ts'
import type { AccountMoment, ViewReader } from '@athar/infra/view-store/port.ts'

/** What an account must not hold, from a time on until the next rule. */
export interface Rule {
  /** `-Infinity`: from the beginning. */
  readonly fromMs: number
  /** Never of nothing: an account in which nothing has happened yet is in order. */
  isWrong(balance: number): boolean
  /** The events by which it holds since then. */
  readonly positions: readonly Position[]
}

/** Since when something is wrong with an account. */
export interface WrongSince {
  readonly sinceMs: number
  /** Of what happened then; of many the first. */
  readonly positions: readonly Position[]
  /** How many moments of the account it took to find out. */
  readonly looks: number
}

type Ledger = Pick<ViewReader, 'balance' | 'moments' | 'entriesAt'>

/**
 * Moments of an account that are looked at in all: some tenth of a microsecond each. More would make the date exact for
 * accounts that have been wrong for longer, and their alerts slower.
 */
export const looksMax = 10_000
/** Moments that are read at first, and how many times more each time: most accounts went wrong not long ago. */
const firstLooks = 200
const growth = 5
/** Events that are named as proof. */
const positionsMax = 10

/**
 * Since when an account is wrong, by the time at which things happened: the last time at which it went wrong, and has been
 * so at every moment until now, as `balance` answers as of each of them. What is known to happen in the minutes that a
 * sender's clock may be ahead counts as happened, as in what the account holds now. `undefined` when it is not wrong.
 *
 * Rules come newest first; before the oldest nothing is wrong. When an account has been wrong for longer than `looksMax`
 * moments, the answer is a time at which it went wrong, found by halving: it may have recovered for a while since.
 */
export async function wrongSince(
  ledger: Ledger,
  account: string,
  rules: readonly Rule[],
): Promise<WrongSince | undefined> {
  const { sinceMs, looks } = await lookBack(ledger, account, rules)
  if (sinceMs === undefined) return undefined
  const entries = await ledger.entriesAt(account, { atMs: sinceMs, limit: positionsMax })
  const ruled = rules.find(({ fromMs }) => fromMs === sinceMs)?.positions ?? []
  const positions = new Set([...entries.map(({ position }) => position), ...ruled])
  return { sinceMs, positions: [...positions].sort((one, other) => one - other).slice(0, positionsMax), looks }
}

async function lookBack(ledger: Ledger, account: string, rules: readonly Rule[]) {
  const walk = new WalkBack(rules)
  let newestMs: number | undefined
  let beforeMs: number | undefined
  let looks = 0
  for (let limit = firstLooks; looks < looksMax; limit *= growth) {
    const wanted = Math.min(limit, looksMax - looks)
    const moments = await ledger.moments(account, { limit: wanted, ...(beforeMs !== undefined && { beforeMs }) })
    looks += moments.length
    const wasRight = moments.some(moment => !walk.isWrongSince(moment))
    newestMs ??= moments[0]?.atMs
    beforeMs = moments.at(-1)?.atMs
    if (wasRight || moments.length < wanted) return { sinceMs: walk.sinceMs, looks }
  }
  const { sinceMs = 0 } = walk // it has looked at many
  return { sinceMs: await byHalving(ledger, account, rules, sinceMs, (newestMs ?? 0) - sinceMs), looks }
}

/** Goes back over the moments of an account and the rules, for as long as it was wrong. */
class WalkBack {
  /** The oldest time since which it was wrong, as far as it has come. */
  sinceMs: number | undefined
  readonly #rules: readonly Rule[]
  #rule = 0

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
  }

  /** Whether it was wrong from this moment on until the one that was looked at before, by every rule that held meanwhile. */
  isWrongSince({ atMs, balance }: AccountMoment): boolean {
    for (;;) {
      const rule = this.#rules[this.#rule]
      if (rule === undefined || !rule.isWrong(balance)) return false
      this.sinceMs = Math.max(rule.fromMs, atMs)
      if (rule.fromMs >= atMs) this.#rule++
      if (rule.fromMs <= atMs) return true
    }
  }
}

/** A time at which it went wrong, at or before one at which it was: a millisecond earlier it was not. */
async function byHalving(
  ledger: Ledger,
  account: string,
  rules: readonly Rule[],
  fromMs: number,
  spanMs: number,
): Promise<number> {
  const wasWrong = async (atMs: number) => {
    const rule = rules.find(each => each.fromMs <= atMs)
    return rule?.isWrong(await ledger.balance(account, { asOfMs: atMs })) ?? false
  }
  let wrongMs = fromMs
  let stepMs = Math.max(spanMs, 1)
  let rightMs = wrongMs - stepMs
  while (await wasWrong(rightMs)) {
    wrongMs = rightMs
    stepMs *= 2
    rightMs -= stepMs
  }
  while (wrongMs - rightMs > 1) {
    const middleMs = Math.floor((wrongMs + rightMs) / 2)
    if (await wasWrong(middleMs)) wrongMs = middleMs
    else rightMs = middleMs
  }
  return wrongMs
}
