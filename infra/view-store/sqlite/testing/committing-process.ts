import { UnusableView, ViewStoreFailure } from '../../port.ts'
import { changesBetween } from '../../testing/generated-history.ts'
import { SqliteViewStore } from '../sqlite-view-store.ts'

/**
 * A process that opens the view of a file, takes in some steps of the made-up history and closes it, whatever fails
 * meanwhile. It says what it learns in lines of JSON, see `CommittingReport`. A commit that fails is tried once more.
 *
 * Arguments: the file, the number of steps, events in a step, and `close`, or `vanish` to end as one that is killed.
 */
export type CommittingReport =
  | { readonly kind: 'committed'; readonly position: number }
  | {
      readonly kind: 'failed'
      readonly step: 'open' | 'commit'
      readonly reason: string
      readonly message: string
      /** Where the store was after that, if it said. */
      readonly position?: number
    }

const [, , file = '', steps, eventsPerStep, ending] = process.argv
const walPagesMax = 40

try {
  const store = await SqliteViewStore.open(file, { name: 'custody', version: 1 }, { walPagesMax })
  if (store instanceof UnusableView) reportFailure('open', store)
  else await moveOn(store)
} catch (error) {
  reportFailure('open', error)
}

async function moveOn(store: SqliteViewStore): Promise<void> {
  const from = await store.checkpoint()
  for (let step = 0; step < Number(steps); step++) {
    const position = from + step * Number(eventsPerStep)
    const to = position + Number(eventsPerStep)
    if (!(await commit(store, position, to)) && !(await commit(store, position, to))) break
  }
  if (ending === 'vanish') process.exit()
  await store.close()
}

async function commit(store: SqliteViewStore, from: number, to: number): Promise<boolean> {
  try {
    await store.commit(changesBetween(from, to), { from, to })
    report({ kind: 'committed', position: to })
    return true
  } catch (error) {
    reportFailure('commit', error, await store.checkpoint().catch(() => undefined))
    return false
  }
}

function reportFailure(step: 'open' | 'commit', error: unknown, position?: number): void {
  const isKnown = error instanceof ViewStoreFailure || error instanceof UnusableView
  const message = error instanceof Error ? error.message : String(error)
  const reason = isKnown ? error.reason : 'unknown'
  report({ kind: 'failed', step, reason, message, ...(position !== undefined && { position }) })
}

function report(line: CommittingReport): void {
  console.info(JSON.stringify(line))
}
