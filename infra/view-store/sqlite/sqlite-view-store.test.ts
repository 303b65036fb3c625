import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { viewStoreConformance } from '../conformance.ts'
import { SqliteViewStores } from './sqlite-view-stores.ts'

viewStoreConformance('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'athar-view-'))
  return { stores: new SqliteViewStores(folder), dispose: () => rm(folder, { recursive: true }) }
})
