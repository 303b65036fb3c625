import type { Directory, PermitHolder, PermitKind } from './directory/directory.ts'
import { phrase } from './phrases.ts'
import { type Warning, warning } from './warnings.ts'

/**
 * The warning due when nobody of `holders` has a permit of that kind, in force at that time, for the code. A permit that
 * covers the code but was not in force is named, with the reason.
 */
export function permitWarning(
  directory: Directory,
  kind: PermitKind,
  holders: readonly PermitHolder[],
  code: string,
  timeMs: number,
): Warning | undefined {
  let lapsed: Warning | undefined
  for (const holder of holders) {
    for (const permit of directory.permitsOf(holder)) {
      if (permit.kind !== kind || !permit.wastes.some(prefix => code.startsWith(prefix))) continue
      const why = directory.whyNotInForce(permit.id, timeMs)
      if (why === undefined) return undefined
      lapsed ??= warning('permit-expired', { permit: permit.id, holder: holderName(holder), code, why })
    }
  }
  const first = holders[0]
  return (
    lapsed ??
    warning('permit-missing', { holder: first ? holderName(first) : '?', kind: phrase(`${kind}-permit`), code })
  )
}

function holderName(holder: PermitHolder): string {
  return 'site' in holder ? holder.site : holder.organisation
}
