import { codeLists } from '@athar/events/codes/code-lists.ts'
import { documentAlerts } from '@athar/projections/alerts/alerts-projection.ts'
import { custodyFold } from '@athar/projections/custody/custody-fold.ts'
import type { CustodyDocument } from '@athar/projections/custody/documents.ts'
import { massLedgerProjection } from '@athar/projections/mass-ledger/mass-ledger-projection.ts'
import { smallWorld } from '@athar/projections/testing/arbitrary-world.ts'
import { arrived } from '@athar/projections/testing/arrived.ts'
import { fold } from '@athar/projections/testing/fold-in-memory.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JudgedDocuments } from './judged-documents.ts'

test('what is wrong with a document is what its text says, however often and in whatever state it was asked about', () => {
  const judged = new JudgedDocuments()
  fc.assert(
    fc.property(smallWorld, told => {
      const events = arrived(told).filter(({ family }) => custodyFold.families.includes(family))
      for (let known = 1; known <= events.length; known++)
        for (const [key, document] of fold([massLedgerProjection], events.slice(0, known)).documents()) {
          const alerts = judged.alertsOf(key, JSON.stringify(document))
          expect(alerts).toEqual(documentAlerts(document as CustodyDocument, codeLists))
          expect(judged.alertsOf(key, JSON.stringify(document))).toBe(alerts)
        }
    }),
    { numRuns: 50 },
  )
})
