import { type ServedProjection, UnusableView } from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { readStoreName } from '@athar/views/store-name.ts'
import { dataFiles } from '../data-files.ts'

/** What a projection of this ledger would leave behind had it thrown: nothing that is recorded makes one throw. */
export function stopInStore(
  dataFolder: string,
  projection: string,
  poison: { readonly at: number; readonly key?: string },
): Promise<void> {
  const stopped = { position: poison.at - 1, reason: 'Error: a test', ...poison }
  return serveOtherwise(dataFolder, each => (each.name === projection ? { ...each, stopped } : each))
}

/** What a ledger leaves behind that ends in the middle of the first building of its views. */
export function breakOffBuilding(dataFolder: string): Promise<void> {
  return serveOtherwise(dataFolder, ({ answers: _, ...each }) => each)
}

/** What a program leaves behind that had an older version of a projection. */
export function makeOlder(dataFolder: string, projection: string): Promise<void> {
  return serveOtherwise(dataFolder, each => (each.name === projection ? { ...each, version: 0 } : each))
}

async function serveOtherwise(
  dataFolder: string,
  change: (served: ServedProjection) => ServedProjection,
): Promise<void> {
  const stores = new SqliteViewStores(dataFiles(dataFolder).views)
  for (const name of await stores.names()) {
    const said = readStoreName(name)?.fold
    const fold = catalogue.find(each => each.fold.name === said)?.fold
    if (fold === undefined) continue
    const store = await stores.open(name, { name: fold.name, version: fold.version })
    if (store instanceof UnusableView) throw store
    const { projections } = await store.describe()
    await store.serve(projections.map(change))
    await store.close()
  }
}
