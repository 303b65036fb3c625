import { type CodeLists, lookUpWaste } from './codes/code-lists.ts'
import { type Warning, warning } from './warnings.ts'

type CodeOfWaste = { readonly code: string; readonly list?: string | undefined }

/** One warning for each code that its list does not have at that time (ISO 8601). */
export function unknownCodes(wastes: readonly CodeOfWaste[], time: string, codes: CodeLists): readonly Warning[] {
  const found: Warning[] = []
  for (const waste of wastes) noticeUnknownCode(waste, time, codes, found)
  return found
}

/** The same for one waste, added to what was found. */
export function noticeUnknownCode(
  { code, list = 'low' }: CodeOfWaste,
  time: string,
  codes: CodeLists,
  found: Warning[],
): void {
  if (lookUpWaste(code, list, time, codes) === undefined) found.push(warning('code-unknown', { code, list }))
}
