import type { z } from 'zod'
import { operations } from '../codes/operations.ts'
import { addMass, type Grams, grams, gramsOf, kilograms } from '../mass.ts'
import { report } from '../validation.ts'

interface Balance {
  readonly operation: string
  readonly inputs: readonly { readonly kg: number }[]
  readonly outputs?: readonly { readonly kg: number }[] | undefined
  readonly lossKg?: number | undefined
}

/** What a treatment sends to its fate: inputs less outputs and loss, in grams. Negative when more came out than went in. */
export function fateOf({ inputs, outputs = [], lossKg = 0 }: Balance): Grams {
  return grams(massOf(inputs) - massOf(outputs) - gramsOf(lossKg))
}

/**
 * Inputs = outputs + loss + fate, to the gram (DESIGN §4). Only a final operation may send mass to its fate: after D8, D9,
 * D13 to D15, R12 and R13 another operation follows, so nothing may end there (Basel Convention, annex IV).
 */
export function treatmentArithmetic(context: {
  readonly value: Balance
  readonly issues: z.core.$ZodRawIssue[]
}): void {
  const { operation, inputs, outputs = [], lossKg = 0 } = context.value
  const fate = fateOf(context.value)
  if (fate < 0)
    report(context, ['outputs'], 'outputs-exceed-inputs', {
      given: kilograms(addMass(massOf(outputs), gramsOf(lossKg))),
      limit: kilograms(massOf(inputs)),
    })
  if (fate > 0 && operations.find(operation)?.final === false)
    report(context, ['operation'], 'fate-not-final', { operation, missing: kilograms(fate) })
}

function massOf(lots: readonly { readonly kg: number }[]): Grams {
  return addMass(...lots.map(({ kg }) => gramsOf(kg)))
}
