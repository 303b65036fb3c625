import { type Environment, unknownVariables } from '../read-settings.ts'
import { type Finding, ok, warn } from './finding.ts'

/** Whether every ATHAR_* variable is a setting. A mistyped one would be without effect and without a word. */
export function checkVariables(environment: Environment): Finding {
  const unknown = unknownVariables(environment)
  if (unknown.length === 0) return ok('variables', 'every ATHAR_* variable is a setting')
  return warn('variables', `${unknown.join(', ')}: no such setting`, 'look at the names with: athar settings')
}
