import type { GrantDue, StopDue } from './authority.ts'
import type { AnswerDue, CorrectionDue } from './correction.ts'
import type { Load } from './load.ts'
import type { CountDue } from './stock-count.ts'
import type { TreatmentDue } from './treatment.ts'

/** The next movement begins. */
export interface BeginningDue {
  readonly kind: 'beginning'
}

/** What is to happen at a time of the simulated world. */
export type Action = BeginningDue | Load | CorrectionDue | AnswerDue | TreatmentDue | CountDue | StopDue | GrantDue
