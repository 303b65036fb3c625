import { z } from 'zod'
import type { EventType, PayloadsOf } from '../event-type.ts'
import { bookedCode, kg, listName, operation, reference, reportRepeated, someKg, waste } from '../fields.ts'
import { limits } from '../limits.ts'
import { treatmentArithmetic } from './treatment-arithmetic.ts'

/** The payload of a treatment: an operation at a site that takes lots and gives lots, a fate, or a loss. */
const performed = z
  .strictObject({
    site: reference,
    operation,
    inputs: z
      .array(z.strictObject({ lot: reference, code: bookedCode, list: listName.optional(), kg: someKg }))
      .min(1)
      .max(limits.lotsMax),
    outputs: z
      .array(z.strictObject({ lot: reference, waste, kg: someKg }))
      .min(1)
      .max(limits.lotsMax)
      .optional(),
    lossKg: kg.optional(),
  })
  .check(context => {
    const { inputs, outputs = [] } = context.value
    reportRepeated(
      context,
      ['inputs'],
      inputs.map(input => input.lot),
    )
    reportRepeated(
      context,
      ['outputs'],
      outputs.map(output => output.lot),
    )
    treatmentArithmetic(context)
  })

export const treatmentEvents = {
  'waste.treatment.performed': {
    family: 'treatment',
    label: { en: 'treatment', fr: 'traitement', ar: 'معالجة' },
    summary: 'A plant has treated lots: what went in, what came out, what was lost; the rest met its fate.',
    data: performed,
    example: {
      site: 'S-CET-003',
      operation: 'R4',
      inputs: [{ lot: 'MV-2026-000123', code: '170405', kg: 12_000 }],
      outputs: [{ lot: 'L-2026-0911', waste: { code: '191212' }, kg: 640 }],
      lossKg: 12.5,
    },
  },
} as const satisfies Record<string, EventType>

export type TreatmentPayloads = PayloadsOf<typeof treatmentEvents>
export type Treatment = TreatmentPayloads['waste.treatment.performed']
