import { afterEach, beforeEach } from 'vitest'
import { UnusableView, type ViewStore, type ViewStores } from '../port.ts'

/** The stores of an adapter, empty, and how to get rid of them. */
export interface StoresUnderTest {
  readonly stores: ViewStores
  dispose(): Promise<void>
}

export type OpenStores = () => Promise<StoresUnderTest>

export const testFold = { name: 'custody', version: 1 }

/** Opens a store that must be usable. */
export async function opened(stores: ViewStores, name = 'custody', fold = testFold): Promise<ViewStore> {
  const store = await stores.open(name, fold)
  if (store instanceof UnusableView) throw store
  return store
}

/** A new empty store for each test of a suite. */
export function eachWithStore(open: OpenStores): () => { readonly stores: ViewStores; readonly store: ViewStore } {
  let current: { readonly under: StoresUnderTest; readonly store: ViewStore } | undefined

  beforeEach(async () => {
    const under = await open()
    current = { under, store: await opened(under.stores) }
  })

  afterEach(async () => {
    await current?.store.close()
    await current?.under.dispose()
    current = undefined
  })

  return () => {
    if (current === undefined) throw new Error('no test is running')
    return { stores: current.under.stores, store: current.store }
  }
}
