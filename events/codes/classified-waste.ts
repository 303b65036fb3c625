import type { Code } from './code-list.ts'

/** A code of any list of waste, European or national. */
export interface ClassifiedWaste extends Code {
  /** The url name of the list that the code belongs to. */
  readonly list: string
  readonly hazardous: boolean
}

/** Whether a code names a waste, and not an operation or a packaging. */
export function isClassifiedWaste(code: Code): code is ClassifiedWaste {
  return 'list' in code && 'hazardous' in code
}
