import { type CodeLists, lookUpWaste } from './codes/code-lists.ts'
import { type Warning, warning } from './warnings.ts'

/** One warning for each code that its list does not have at that time (ISO 8601). */
export function unknownCodes(
  wastes: readonly { readonly code: string; readonly list?: string | undefined }[],
  time: string,
  codes: CodeLists,
): readonly Warning[] {
  const found: Warning[] = []
  for (const { code, list = 'low' } of wastes)
    if (lookUpWaste(code, list, time, codes) === undefined) found.push(warning('code-unknown', { code, list }))
  return found
}
