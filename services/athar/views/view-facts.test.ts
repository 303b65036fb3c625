import { UnusableView, type ViewStores } from '@athar/infra/view-store/port.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { storeFacts } from './view-facts.ts'

test('a store that the ledger removes while it is looked into is told, and the others are there', async () => {
  const stores = new SqliteViewStores(await temporaryFolder())
  const fold = catalogue.find(({ fold: { name } }) => name === 'custody')?.fold
  if (fold === undefined) throw new Error('there is no fold of custody')
  for (const name of ['custody-b1-d0', 'custody-b2-d0']) {
    const store = await stores.open(name, { name: fold.name, version: fold.version })
    if (store instanceof UnusableView) throw store
    await store.close()
  }
  const handingOver: Pick<ViewStores, 'names' | 'openForReading'> = {
    names: () => stores.names(),
    async openForReading(name) {
      const view = await stores.openForReading(name)
      if (name === 'custody-b1-d0') await stores.remove(name)
      return view
    },
  }
  const told: string[] = []
  const facts = await storeFacts(handingOver, ({ reason }, store) => told.push(`${store} ${reason}`))
  expect(told).toEqual(['custody-b1-d0 missing'])
  expect(facts.map(({ name }) => name)).toEqual(['custody-b2-d0'])
})
