import type { ProblemCode } from '@athar/events/problems.ts'
import type { ItemVerdict } from './submit-items.ts'

/** How many of the verdicts of a request say what. */
export interface CountedVerdicts {
  readonly recorded: number
  readonly duplicates: number
  readonly rejectedFor: readonly ProblemCode[]
}

export function countVerdicts(verdicts: readonly ItemVerdict[]): CountedVerdicts {
  let recorded = 0
  const rejectedFor: ProblemCode[] = []
  for (const verdict of verdicts)
    if (verdict.outcome === 'recorded') recorded++
    else if (verdict.outcome === 'rejected') rejectedFor.push(verdict.problem.code)
  return { recorded, duplicates: verdicts.length - recorded - rejectedFor.length, rejectedFor }
}
