import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { type BookedKind, bookedKinds } from '@athar/projections/mass-ledger/accounts.ts'
import { tallyName, tallyPrefix } from '@athar/projections/mass-ledger/tallies.ts'

/** All accounts of the mass journal, added up by kind; fates by operation. In grams. */
export interface Balance {
  readonly kinds: Readonly<Record<Exclude<BookedKind, 'fate'>, number>>
  readonly fates: ReadonlyMap<string, number>
  /** Of everything: 0, or the books are wrong. */
  readonly sumGrams: number
}

/** Operations are some thirty: codes of a fixed list. */
const operationsMax = 200

/** Reads a dozen sums, however many accounts there are. */
export async function balance(view: ViewReader): Promise<Balance> {
  const plain = bookedKinds.filter(kind => kind !== 'fate')
  const [totals, fateTallies] = await Promise.all([
    Promise.all(plain.map(kind => tally(view, tallyName.ofKind(kind)))),
    view.tallies({ prefix: tallyPrefix.fates, limit: operationsMax }),
  ])
  const kinds = Object.fromEntries(plain.map((kind, place) => [kind, totals[place] ?? 0]))
  const fates = new Map(fateTallies.map(({ tally, total }) => [tally.slice(tallyPrefix.fates.length), total]))
  return {
    kinds: kinds as Balance['kinds'], // one of each kind
    fates,
    sumGrams: [...totals, ...fates.values()].reduce((sum, grams) => sum + grams, 0),
  }
}

/** One sum. The name itself comes before all that begin with it. */
async function tally(view: ViewReader, name: string): Promise<number> {
  const [first] = await view.tallies({ prefix: name, limit: 1 })
  return first?.tally === name ? first.total : 0
}
