import type { z } from 'zod'
import { addMass, grams, gramsOf, kilograms } from '../mass.ts'
import { phrase } from '../phrases.ts'
import { report } from '../validation.ts'

interface WeighedReceipt {
  readonly netKg: number
  readonly weighing?: { readonly grossKg: number; readonly tareKg: number } | undefined
  readonly outcome: 'accepted' | 'partly-accepted' | 'refused'
  readonly acceptedKg: number
  readonly refusedKg: number
  readonly reason?: unknown
}

/**
 * The arithmetic of the gate, to the gram (DESIGN §4): accepted + refused = net; gross − tare = net; an acceptance refuses
 * nothing, a refusal accepts nothing, a partial one does both; and whoever refuses says why (law 01-19, art. 22).
 */
export function receiptArithmetic(context: {
  readonly value: WeighedReceipt
  readonly issues: z.core.$ZodRawIssue[]
}): void {
  const { netKg, weighing, outcome, acceptedKg, refusedKg, reason } = context.value
  const net = gramsOf(netKg)
  const accepted = gramsOf(acceptedKg)
  const refused = gramsOf(refusedKg)

  const split = addMass(accepted, refused)
  if (split !== net)
    report(context, ['netKg'], 'sum-differs', {
      sum: 'acceptedKg + refusedKg',
      actual: kilograms(split),
      expected: netKg,
    })

  if (weighing !== undefined) {
    const weighed = grams(gramsOf(weighing.grossKg) - gramsOf(weighing.tareKg))
    if (weighed !== net)
      report(context, ['weighing'], 'sum-differs', {
        sum: 'grossKg − tareKg',
        actual: kilograms(weighed),
        expected: netKg,
      })
  }

  const refusesSome = outcome !== 'accepted'
  const acceptsSome = outcome !== 'refused'
  if (refused > 0 !== refusesSome)
    report(context, ['refusedKg'], 'not-with-outcome', { expected: refusesSome ? phrase('above-zero') : '0', outcome })
  if (accepted > 0 !== acceptsSome)
    report(context, ['acceptedKg'], 'not-with-outcome', { expected: acceptsSome ? phrase('above-zero') : '0', outcome })
  if (refusesSome && reason === undefined)
    report(context, ['reason'], 'not-with-outcome', { expected: phrase('given'), outcome })
}
