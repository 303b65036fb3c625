import { siteRegistered } from '@athar/events/testing/directory-events.ts'
import { directoryProjection } from '@athar/projections/directory/directory-projection.ts'
import { expect, test } from 'vitest'
import { ViewsInMemory } from '../testing/views-in-memory.ts'
import { type AskedParties, ownParties } from './own-parties.ts'

const sites = Array.from({ length: 201 }, (_, number) => siteRegistered(`S-${number}`, { organisation: 'O-MANY' }))
const views = ViewsInMemory.of([directoryProjection], [...sites, siteRegistered('S-ONE', { organisation: 'O-ONE' })])

function partiesOf(organisations: readonly string[], asked: AskedParties) {
  return views.read('directory', directory => ownParties(directory, new Set(organisations), asked))
}

test('an organisation is a carrier, and every site that it holds', async () => {
  expect(await partiesOf(['O-ONE'], {})).toEqual(['carrier:O-ONE', 'site:S-ONE'])
})

test('whoever asks about one of its own is that one, however many sites it has', async () => {
  expect(await partiesOf(['O-MANY'], { carrier: 'O-MANY' })).toEqual(['carrier:O-MANY'])
  expect(await partiesOf(['O-MANY'], { site: 'S-7' })).toEqual(['site:S-7'])
})

test('whoever asks about others is all that it is itself', async () => {
  expect(await partiesOf(['O-ONE'], { carrier: 'O-MANY' })).toEqual(['carrier:O-ONE', 'site:S-ONE'])
  expect(await partiesOf(['O-ONE'], { site: 'S-7' })).toEqual(['carrier:O-ONE', 'site:S-ONE'])
  await expect(partiesOf(['O-MANY'], { carrier: 'O-ONE' })).rejects.toThrow('invalid-query')
})
