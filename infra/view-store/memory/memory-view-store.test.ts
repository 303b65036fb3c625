import { viewStoreConformance } from '../conformance.ts'
import { MemoryViewStores } from './memory-view-stores.ts'

viewStoreConformance('memory', async () => ({ stores: new MemoryViewStores(), dispose: async () => {} }))
