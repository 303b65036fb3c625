import { compareContents } from '@athar/infra/view-store/content-names.ts'
import type { ViewContent } from '@athar/infra/view-store/port.ts'

/** Something in which two stores differ. */
export interface ContentDifference {
  /** `checkpoint`: how far the store says that it is, and with which event. */
  readonly kind: ViewContent['kind'] | 'checkpoint'
  readonly name: string
  readonly found: 'missing' | 'not-due' | 'other'
}

/**
 * Walks through what is in a store and what should be, side by side. Accounts and other things that nobody compares are
 * left out by `isCompared`, which is asked of both.
 */
export async function* differences(
  actual: AsyncIterable<ViewContent>,
  due: AsyncIterable<ViewContent>,
  isCompared: (content: ViewContent, side: 'actual' | 'due') => boolean,
): AsyncGenerator<ContentDifference> {
  const ours = actual[Symbol.asyncIterator]()
  const theirs = due[Symbol.asyncIterator]()
  async function next(iterator: AsyncIterator<ViewContent>, side: 'actual' | 'due'): Promise<ViewContent | undefined> {
    for (;;) {
      const { value, done } = await iterator.next()
      if (done) return undefined
      if (isCompared(value, side)) return value
    }
  }
  let one = await next(ours, 'actual')
  let other = await next(theirs, 'due')
  while (one !== undefined || other !== undefined) {
    const order = orderOf(one, other)
    if (order < 0 && one !== undefined) {
      yield { kind: one.kind, name: one.name, found: 'not-due' }
      one = await next(ours, 'actual')
    } else if (order > 0 && other !== undefined) {
      yield { kind: other.kind, name: other.name, found: 'missing' }
      other = await next(theirs, 'due')
    } else {
      if (one !== undefined && one.value !== other?.value) yield { kind: one.kind, name: one.name, found: 'other' }
      one = await next(ours, 'actual')
      other = await next(theirs, 'due')
    }
  }
}

function orderOf(one: ViewContent | undefined, other: ViewContent | undefined): number {
  if (one === undefined) return 1
  return other === undefined ? -1 : compareContents(one, other)
}
