import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { otherPlant, plant } from '@athar/events/testing/cast.ts'
import { registeredSites } from '@athar/events/testing/directory-events.ts'
import { clock } from '@athar/events/testing/events.ts'
import { declared, pickedUp } from '@athar/events/testing/movement-events.ts'
import { describe, expect, test } from 'vitest'
import { type AlertPage, given } from './testing/served-alerts.ts'

/** Loads on the road to a site, all picked up at one time. */
function onTheRoad(to: string, names: string, count: number, time: string): readonly SubmittedEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = `${names}-${index}`
    const from = { toSite: to, fromSite: to }
    return [
      declared(from, { subject, id: `declared-${subject}` }),
      pickedUp({}, { subject, id: `picked-up-${subject}`, time }),
    ]
  }).flat()
}

/** Loads of others stand between those of the plant, at the same time and before and after, more than a page looks at. */
function loads(others: readonly string[]): readonly SubmittedEvent[] {
  return [
    ...registeredSites,
    ...onTheRoad(plant.site, 'MV-LATE', 2, clock('11:00')),
    ...others.flatMap(site => onTheRoad(site, `MV-SECRET-${site}`, 1_050, clock('10:00'))),
    ...onTheRoad(plant.site, 'MV-AMONG', 2, clock('10:00')),
    ...onTheRoad(plant.site, 'MV-EARLY', 2, clock('09:00')),
  ]
}

describe.each([
  ['are sorted before its own', ['S-A']],
  ['are sorted after its own', [otherPlant.site, `${plant.site}0`]],
  ['begin with its own', [`${plant.site}-`, `${plant.site}.`]],
  ['stand around its own', ['S-A', 'S-Z']],
])('what is on the road to a plant, where the names of other sites %s', (_, others) => {
  test('is found page by page, each load once, and no cursor tells of the loads of others', async () => {
    const reads = await given(loads(others))
    const found: (string | undefined)[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const path = `/v1/alerts?kind=in-transit-too-long&open=false&site=${plant.site}&limit=2`
      const response = await reads.getAs([plant.organisation], cursor === '' ? path : `${path}&cursor=${cursor}`)
      const page = (await response.json()) as AlertPage // what the description says of it
      found.push(...page.items.map(({ movement }) => movement))
      cursor = page.next
      expect(Buffer.from(cursor ?? '', 'base64url').toString()).not.toMatch(/SECRET|S-A|S-Z|S-OTHER|S-PLANT[-.]/)
    }
    expect(found).toEqual(['MV-LATE-1', 'MV-LATE-0', 'MV-AMONG-1', 'MV-AMONG-0', 'MV-EARLY-1', 'MV-EARLY-0'])
  })
})
