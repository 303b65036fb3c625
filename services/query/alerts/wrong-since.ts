import type { Position } from '@athar/events/envelope.ts'
import type { JournalEntry, ViewReader } from '@athar/infra/view-store/port.ts'

/** Since when something is wrong with an account. */
export interface WrongSince {
  readonly sinceMs: number
  readonly positions: readonly Position[]
}

/** Entries of a journal that are read at once, and that are looked at in all. */
const chunkEntries = 100
const lookedAtMax = 1_000
/** Events that are named as proof. */
const positionsMax = 10

/**
 * Since when an account is wrong, as the ledger came to know it: the newest entry of its journal that made it so, when that
 * happened, and the events since. Of a very long time of wrong only the last part is looked at, and it is since then at
 * least. `undefined` when the journal is empty.
 */
export async function wrongSince(
  ledger: Pick<ViewReader, 'journal'>,
  account: string,
  total: number,
  isWrong: (balance: number) => boolean,
): Promise<WrongSince | undefined> {
  const positions: Position[] = []
  let since: JournalEntry | undefined
  let balance = total
  let end = await lengthOf(ledger, account)
  let leftToLookAt = lookedAtMax
  while (end > 0 && leftToLookAt > 0) {
    const offset = Math.max(0, end - chunkEntries)
    const entries = await ledger.journal(account, { offset, limit: end - offset })
    for (const entry of entries.toReversed()) {
      since = entry
      positions.push(entry.position)
      balance -= entry.amount
      if (!isWrong(balance)) return { sinceMs: entry.atMs, positions: firstOf(positions) }
    }
    end = offset
    leftToLookAt -= entries.length
  }
  return since && { sinceMs: since.atMs, positions: firstOf(positions) }
}

/** The first in the order of the log, each once: an event may move an account at several times. */
function firstOf(positions: readonly Position[]): readonly Position[] {
  return [...new Set(positions)].toReversed().slice(0, positionsMax)
}

/** How many entries a journal has: a store does not say, so it is found in as many steps as that number has digits in binary. */
async function lengthOf(ledger: Pick<ViewReader, 'journal'>, account: string): Promise<number> {
  const first = await ledger.journal(account, { offset: 0, limit: chunkEntries })
  if (first.length < chunkEntries) return first.length
  const reaches = async (length: number) => (await ledger.journal(account, { offset: length - 1, limit: 1 })).length > 0
  let least = chunkEntries
  let tooMuch = chunkEntries * 2
  while (await reaches(tooMuch)) {
    least = tooMuch
    tooMuch *= 2
  }
  while (tooMuch - least > 1) {
    const middle = Math.floor((least + tooMuch) / 2)
    if (await reaches(middle)) least = middle
    else tooMuch = middle
  }
  return least
}
