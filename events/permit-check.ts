import type { Directory, Permit, PermitHolder, PermitKind } from './directory/directory.ts'
import { phrase } from './phrases.ts'
import { type Warning, warning } from './warnings.ts'

/** What somebody did that may take a permit. */
export interface Activity {
  readonly kind: PermitKind
  /** The waste, by its code. */
  readonly code: string
  /** Of a treatment: by which operation. */
  readonly operation?: string
}

/** Whether a permit is for such an activity, at whatever time. One that names no operation is for all of them. */
export function covers(
  permit: Pick<Permit, 'kind' | 'wastes' | 'operations'>,
  { kind, code, operation }: Activity,
): boolean {
  if (permit.kind !== kind || !permit.wastes.some(prefix => code.startsWith(prefix))) return false
  return (
    operation === undefined || permit.operations === undefined || permit.operations.some(each => each === operation)
  )
}

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
  const activity = { kind, code }
  let lapsed: Warning | undefined
  for (const holder of holders) {
    for (const permit of directory.permitsOf(holder)) {
      if (!covers(permit, activity)) continue
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
