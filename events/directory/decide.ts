import { dayInAlgiers } from '../algiers-day.ts'
import { wilayas } from '../codes/wilayas.ts'
import { type Decision, type DecisionContext, nothingNoticed, refuse } from '../decision.ts'
import { fieldError } from '../field-errors.ts'
import { phrase } from '../phrases.ts'
import { invalidEvent, problem } from '../problems.ts'
import { mustBeAuthority } from '../speaking.ts'
import type { Statement } from '../statement.ts'
import type { DirectoryPayloads } from './schema.ts'
import { type DirectoryState, slotOf } from './state.ts'

/**
 * The authority registers and grants (DESIGN §4). A wilaya must exist on the day of the event: their codes are dated.
 *
 * Nothing is noticed as recorded late: a register of organisations begins with what is long so, and a permit of years ago that
 * is entered today is the rule. A warning each time would drown those about waste that somebody should have told of at once.
 */
export function decideDirectory(state: DirectoryState, event: Statement, context: DecisionContext): Decision {
  const refused = mustBeAuthority(context)
  if (refused !== undefined) return refuse(refused) // before anything is told of what is recorded

  const slot = slotOf(event)
  const by = slot === undefined ? undefined : state.taken[slot]
  if (slot !== undefined && by !== undefined)
    return refuse(
      problem('already-recorded', {
        stream: phrase('permit', { name: event.subject }),
        slot: phrase(slot),
        by,
        advice: phrase('grant-another'),
      }),
    )

  if (event.type === 'waste.site.registered') {
    // The catalogue has validated `data` against the schema of `type`.
    const { wilaya } = event.data as DirectoryPayloads['waste.site.registered']
    if (wilayas.find(wilaya, event.time) === undefined)
      return refuse(
        invalidEvent([
          fieldError('/data/wilaya', 'not-valid-then', {
            code: wilaya,
            day: dayInAlgiers(event.time),
            list: 'wilayas',
          }),
        ]),
      )
  }
  return nothingNoticed
}
