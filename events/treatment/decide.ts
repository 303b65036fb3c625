import { type Decision, type DecisionContext, refuse } from '../decision.ts'
import { fieldError } from '../field-errors.ts'
import { isHazardous } from '../hazardous.ts'
import { millisecondsOf } from '../instant.ts'
import { noticeLate } from '../late.ts'
import { phrase } from '../phrases.ts'
import { invalidEvent, problem } from '../problems.ts'
import { mustHoldOneOf } from '../speaking.ts'
import type { Statement } from '../statement.ts'
import { unknownCodes } from '../unknown-codes.ts'
import type { Treatment } from './schema.ts'
import type { TreatmentState } from './state.ts'

/** The holder of the site treats. Hazardous and other waste do not leave in one output (law 01-19, art. 17). */
export function decideTreatment(state: TreatmentState, event: Statement, context: DecisionContext): Decision {
  // The catalogue has validated `data` against the only type of this family.
  const treatment = event.data as Treatment
  const refused = mustHoldOneOf([`site:${treatment.site}`], context)
  if (refused !== undefined) return refuse(refused) // before anything is told of what is recorded
  if (state.performed !== undefined)
    return refuse(
      problem('already-recorded', {
        stream: phrase('treatment', { name: event.subject }),
        slot: phrase('performance'),
        by: state.performed.id,
        advice: phrase('adjust-stock'),
      }),
    )
  if (mixesHazardous(treatment, event.time, context))
    return refuse(invalidEvent([fieldError('/data/inputs', 'hazardous-mixed')]))

  const wastes = [...treatment.inputs, ...(treatment.outputs ?? []).map(output => output.waste)]
  return {
    warnings: [
      ...noticeLate(millisecondsOf(event.time), context.nowMs),
      ...unknownCodes(wastes, event.time, context.codes),
    ],
  }
}

/**
 * Each output has of each input in proportion to mass: with both kinds going in, every output is a mixture. By their codes: an
 * input does not name the hazards of its lot, and which of several brought those of an output nobody can say. Where something
 * hazardous must have gone in, the alert `hazardous-merged` says so.
 */
function mixesHazardous({ inputs, outputs }: Treatment, time: string, { codes }: DecisionContext): boolean {
  if (outputs === undefined || inputs.length < 2) return false
  const first = inputs[0] && isHazardous(inputs[0], time, codes)
  return inputs.some(input => isHazardous(input, time, codes) !== first)
}
