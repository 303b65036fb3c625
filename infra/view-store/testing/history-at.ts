import type { Position } from '@athar/events/envelope.ts'
import { MemoryViewStores } from '../memory/memory-view-stores.ts'
import type { ViewContent } from '../port.ts'
import { contentsOf } from './changes.ts'
import { changesBetween } from './generated-history.ts'
import { opened } from './stores-under-test.ts'

const known = new Map<Position, Promise<readonly ViewContent[]>>()

/** What a store holds that has taken in the made-up history up to a position, in steps of any size. */
export function historyAt(position: Position): Promise<readonly ViewContent[]> {
  const contents = known.get(position) ?? build(position)
  known.set(position, contents)
  return contents
}

async function build(position: Position): Promise<readonly ViewContent[]> {
  const store = await opened(new MemoryViewStores())
  await store.commit(changesBetween(0, position), { from: 0, to: position })
  return contentsOf(store)
}
