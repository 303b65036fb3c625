import { z } from 'zod'
import type { EventType, PayloadsOf } from '../event-type.ts'
import { bookedCode, listName, reference, signedKg, someKg, text, waste } from '../fields.ts'

/** Payloads of a lot: an identified quantity of one waste at one site. */
const produced = z.strictObject({ site: reference, waste, kg: someKg })

const adjusted = z.strictObject({
  site: reference,
  code: bookedCode,
  list: listName.optional(),
  kg: signedKg,
  reason: text,
})

export const stockEvents = {
  'waste.lot.produced': {
    family: 'lot',
    label: { en: 'production of a lot', fr: 'production d’un lot', ar: 'إنتاج حصة' },
    summary: 'A site has produced an identified quantity of one waste and keeps it in stock.',
    data: produced,
    example: { site: 'S-ALG-017', waste: { code: '130205' }, kg: 1840 },
  },
  'waste.stock.adjusted': {
    family: 'lot',
    label: { en: 'stock adjustment', fr: 'ajustement de stock', ar: 'تسوية المخزون' },
    summary: 'A physical count found more or less of a lot than the books say.',
    data: adjusted,
    example: { site: 'S-CET-003', code: '170405', kg: -35.5, reason: 'yearly count' },
  },
} as const satisfies Record<string, EventType>

export type StockPayloads = PayloadsOf<typeof stockEvents>
