import { type Decision, type DecisionContext, refuse } from '../decision.ts'
import { millisecondsOf } from '../instant.ts'
import { noticeLate } from '../late.ts'
import { phrase } from '../phrases.ts'
import { problem } from '../problems.ts'
import { mustHoldOneOf } from '../speaking.ts'
import type { Statement } from '../statement.ts'
import { unknownCodes } from '../unknown-codes.ts'
import type { StockPayloads } from './schema.ts'
import type { LotState } from './state.ts'

/** The holder of the site produces lots and counts them. */
export function decideLot(state: LotState, event: Statement, context: DecisionContext): Decision {
  // The catalogue has validated `data` against the schema of `type`.
  const data = event.data as StockPayloads[keyof StockPayloads]
  const refused = mustHoldOneOf([`site:${data.site}`], context)
  if (refused !== undefined) return refuse(refused) // before anything is told of what is recorded
  if (event.type === 'waste.lot.produced' && state.producedBy !== undefined)
    return refuse(
      problem('already-recorded', {
        stream: phrase('lot', { name: event.subject }),
        slot: phrase('production'),
        by: state.producedBy,
        advice: phrase('adjust-stock'),
      }),
    )
  const waste = 'waste' in data ? data.waste : data
  return {
    warnings: [
      ...noticeLate(millisecondsOf(event.time), context.nowMs),
      ...unknownCodes([waste], event.time, context.codes),
    ],
  }
}
