import { z } from 'zod'
import { documentRead } from '../http/document-read.ts'
import { readersOfEverything } from '../http/readers.ts'
import { kgOf } from '../kilograms.ts'
import { balance } from './balance.ts'

const balanceSchema = z.strictObject({
  producedKg: z
    .number()
    .describe(
      'What sites have made, with a minus before it, for all mass comes from there: `-2000` is 2000 kg produced. Never above 0',
    ),
  stockKg: z.number().describe('In stock at sites'),
  transitKg: z.number().describe('On the road; a receipt whose pick-up nobody has told counts below zero'),
  fateKg: z.record(z.string(), z.number()).describe('What an operation has put an end to, by operation'),
  lossKg: z.number().describe('Lost on the way or in treatment'),
  discrepancyKg: z.number().describe('What should have arrived and did not, less what arrived beyond it'),
  adjustedKg: z.number().describe('What counts found missing, less what they found beyond the books'),
  sumGrams: z.int().describe('All of the above added up: 0, always'),
  position: z.int().describe('What the views have folded'),
})

/** `GET /v1/balance` */
export const balanceRead = documentRead({
  path: '/v1/balance',
  operationId: 'readBalance',
  tag: 'stock',
  summary: 'The balance of everything',
  description:
    'Every gram that any event moved, by double entry: above zero where it is now, below zero where it came from. Together it ' +
    'is always exactly zero.',
  readers: readersOfEverything,
  projections: ['mass-ledger'],
  pathParameters: {},
  queryParameters: {},
  answer: { name: 'Balance', schema: balanceSchema },
  read: async ({ views, position }) => {
    const { kinds, fates, sumGrams } = await balance(views['mass-ledger'])
    return {
      producedKg: kgOf(kinds.produced),
      stockKg: kgOf(kinds.stock),
      transitKg: kgOf(kinds.transit),
      fateKg: Object.fromEntries([...fates].map(([operation, grams]) => [operation, kgOf(grams)])),
      lossKg: kgOf(kinds.loss),
      discrepancyKg: kgOf(kinds.discrepancy),
      adjustedKg: kgOf(kinds.adjusted),
      sumGrams,
      position,
    }
  },
})
