import { oil } from '@athar/events/testing/cast.ts'
import { corrected, declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import { catalogue } from '@athar/projections/catalogue.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reads } from './read-routes.ts'
import { ServedReads } from './testing/served-reads.ts'
import { smallWorld } from './testing/small-world.ts'
import { ViewsInMemory } from './testing/views-in-memory.ts'

const told = { ...oil, list: 'dz', name: 'Huiles usées', hazards: ['HP14'] }
const receipt = received(
  {
    ...{ netKg: 900, acceptedKg: 600, refusedKg: 300, outcome: 'partly-accepted', lot: 'L-TOLD', waste: told },
    weighing: { grossKg: 9_900, tareKg: 9_000, ticket: 'T-77' },
    reason: { code: 'radioactive', text: 'the gate rang' },
    checks: { document: true, certificate: true, visual: true, radioactivity: true },
  },
  { subject: 'MV-TOLD', id: 'received-told' },
)

/** A load of which everything is said that there is a field for, and whose register line is corrected. */
const fullyTold = [
  declared(
    { waste: told, acceptanceCertificate: 'CAP-7', plannedOperation: 'R9' },
    { subject: 'MV-TOLD', id: 'declared-told' },
  ),
  pickedUp({}, { subject: 'MV-TOLD', id: 'picked-up-told' }),
  receipt,
  corrected(receipt, { ...receipt.data, netKg: 890, acceptedKg: 590, weighing: undefined }, { subject: 'MV-TOLD' }),
]

let served: ServedReads

beforeAll(async () => {
  served = await ServedReads.start(reads, ViewsInMemory.of(catalogue, [...smallWorld, ...fullyTold]))
})
afterAll(() => served.stop())

/** Where the values of an item stand, as columns are called: `entry.waste.code`. Lists are looked through. */
function placesIn(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(part => placesIn(part, place))
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([name, part]) => placesIn(part, place === '' ? name : `${place}.${name}`))
}

/** What stands in the path that was asked for. */
const ofRegister = ['register', 'site']
/** A rule is called as the kind of alert that it finds. */
const ofAlert = ['rule.name']

describe('whatever an item says has a column, but for what is named here', () => {
  test.each<readonly [string, readonly string[]]>([
    ['/v1/sites/S-PLANT/registers/incoming', ofRegister],
    ['/v1/sites/S-PRODUCER/registers/outgoing', ofRegister],
    ['/v1/sites/S-PLANT/registers/treatment', ofRegister],
    ['/v1/sites/S-PLANT/stock', []],
    ['/v1/stock', []],
    ['/v1/stock?by=site', []],
    ['/v1/movements', []],
    ['/v1/sites', []],
    ['/v1/flows?by=wilaya,code,operation,month', []],
    ['/v1/alerts', ofAlert],
  ])('%s', async (path, saidElsewhere) => {
    const { items } = (await (await served.get(path)).json()) as { items: readonly object[] } // it is a list
    const csv = await (await served.get(path, { accept: 'text/csv' })).text()
    expect(items.length).toBeGreaterThan(0)
    const columns = csv.split('\r\n', 1).join().split(',')
    const places = [...new Set(placesIn(items))]
    expect(places.filter(place => !columns.includes(place) && !saidElsewhere.includes(place))).toEqual([])
  })
})
