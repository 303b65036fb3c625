import { problem } from '@athar/events/problems.ts'
import { declared, pickedUp } from '@athar/events/testing/movement-events.ts'
import { acceptable, openGate } from '@athar/ledger/testing/gate-under-test.ts'
import { serviceCaller } from '@athar/ledger/testing/ledger-under-test.ts'
import { expect, test } from 'vitest'
import type { Item } from './body/read-item.ts'
import { submitItems } from './submit-items.ts'

const refused: Item = { id: 'bad', refused: problem('not-json', { reason: 'test' }) }

test.each<[string, readonly Item[], readonly string[]]>([
  ['all acceptable', [acceptable(declared()), acceptable(pickedUp())], ['recorded', 'recorded']],
  ['some refused', [acceptable(declared()), refused, acceptable(pickedUp())], ['recorded', 'rejected', 'recorded']],
])('items, %s, are answered in order, though their list is emptied at once', async (_, items, outcomes) => {
  const { gate } = await openGate()
  const handedOver = [...items]
  const answered = submitItems(gate, handedOver, serviceCaller, false)
  expect(handedOver).toEqual([])
  expect((await answered).map(({ outcome }) => outcome)).toEqual(outcomes)
  await gate.close()
})
