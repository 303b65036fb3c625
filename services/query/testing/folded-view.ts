import type {
  AccountMoment,
  IndexPage,
  IndexRange,
  MomentRange,
  NameRange,
  ViewReader,
} from '@athar/infra/view-store/port.ts'
import type { FoldedInMemory } from '@athar/projections/testing/fold-in-memory.ts'

/** What was folded in memory, as a view that reads look at. It walks through everything each time it is asked. */
export function folded(views: FoldedInMemory): ViewReader {
  return {
    get: async keys =>
      new Map(
        keys.flatMap(key => {
          const document = views.document(key)
          return document === undefined ? [] : [[key, JSON.stringify(document)]]
        }),
      ),
    list: async (index, range) => pageOf(views, index, range),
    balance: async (account, at) => views.balance(account, at),
    accounts: async ({ only, ...range }) =>
      inRange(
        [...views.accounts()],
        range,
        ([, total]) => only === undefined || total < 0 || (only === 'not-zero' && total > 0),
      ).map(([account, total]) => ({ account, total })),
    journal: async (account, { offset, limit }) => views.journal(account).slice(offset, offset + limit),
    moments: async (account, range) => momentsOf(views, account, range),
    entriesAt: async (account, { atMs, limit }) =>
      views
        .journal(account)
        .filter(entry => entry.atMs === atMs)
        .slice(0, limit),
    tallies: async range => inRange([...views.tallies()], range).map(([tally, total]) => ({ tally, total })),
    checkpoint: async () => views.position,
  }
}

function momentsOf(
  views: FoldedInMemory,
  account: string,
  { beforeMs = Infinity, limit }: MomentRange,
): readonly AccountMoment[] {
  const times = new Set(views.journal(account).map(({ atMs }) => atMs))
  return [...times]
    .filter(atMs => atMs < beforeMs)
    .sort((one, other) => other - one)
    .slice(0, limit)
    .map(atMs => ({ atMs, balance: views.balance(account, { asOfMs: atMs }) }))
}

function pageOf(
  views: FoldedInMemory,
  index: string,
  { from, before, descending = false, after, limit }: IndexRange,
): IndexPage {
  const inOrder = views
    .entries(index)
    .filter(({ sort }) => (from === undefined || sort >= from) && (before === undefined || sort < before))
  if (descending) inOrder.reverse()
  const rest =
    after === undefined
      ? inOrder
      : inOrder.filter(place => (descending ? isBefore(place, after) : isBefore(after, place)))
  const entries = rest.slice(0, limit)
  const last = entries.at(-1)
  return { entries, ...(last && rest.length > limit && { next: last }) }
}

function isBefore(one: { sort: string; key: string }, other: { sort: string; key: string }): boolean {
  return one.sort === other.sort ? one.key < other.key : one.sort < other.sort
}

function inRange<Total>(
  totals: readonly (readonly [string, Total])[],
  { prefix, after = '', limit }: NameRange,
  isWanted: (total: readonly [string, Total]) => boolean = () => true,
): readonly (readonly [string, Total])[] {
  return totals.filter(total => total[0].startsWith(prefix) && total[0] > after && isWanted(total)).slice(0, limit)
}
