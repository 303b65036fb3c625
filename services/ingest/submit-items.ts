import { type Problem, problem } from '@athar/events/problems.ts'
import type { AcceptableEvent, LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { Caller, Verdict } from '@athar/ledger/submission.ts'
import type { Item } from './body/read-item.ts'

/** The answer to one item of a request. What cannot be read may have no id. */
export type ItemVerdict =
  | Extract<Verdict, { outcome: 'recorded' | 'duplicate' }>
  | { readonly outcome: 'rejected'; readonly id: string | undefined; readonly problem: Problem }

/**
 * Submits what may be submitted of a request, and answers all of its items, in the order sent. The list that came in is
 * left empty, and whoever has read the answers empties theirs: promises that waited for their turn hold both, and have
 * grown old over it. What an old object holds is kept, dead or not, until V8 collects the old part of its heap.
 */
export function submitItems(
  ledger: LedgerGate,
  items: Item[],
  caller: Caller,
  atomic: boolean,
): Promise<ItemVerdict[]> {
  const taken = items.splice(0)
  if (taken.every(isAcceptable)) return ledger.submit(taken, caller, { atomic })
  return submitSome(ledger, taken, caller, atomic)
}

async function submitSome(
  ledger: LedgerGate,
  items: readonly Item[],
  caller: Caller,
  atomic: boolean,
): Promise<ItemVerdict[]> {
  if (atomic) return items.map(refusedWithItsBatch)
  const verdicts = await ledger.submit(items.filter(isAcceptable), caller)
  let next = 0
  return items.map(item => {
    const verdict = isAcceptable(item) ? verdicts[next++] : rejected(item.id, item.refused)
    if (verdict === undefined) throw new Error('the ledger gave too few verdicts')
    return verdict
  })
}

function isAcceptable(item: Item): item is AcceptableEvent {
  return 'said' in item
}

function refusedWithItsBatch(item: Item): ItemVerdict {
  return rejected(item.id, isAcceptable(item) ? problem('not-tried') : item.refused)
}

function rejected(id: string | undefined, refused: Problem): ItemVerdict {
  return { outcome: 'rejected', id, problem: refused }
}
