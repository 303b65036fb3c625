/** `warn`: it works, and will hurt one day. `fail`: it does not work, or is not safe. */
export type FindingStatus = 'ok' | 'warn' | 'fail'

/** What a check saw. Whatever is not ok comes with what to do. */
export type Finding =
  | { readonly check: string; readonly status: 'ok'; readonly found: string }
  | { readonly check: string; readonly status: 'warn' | 'fail'; readonly found: string; readonly advice: string }

export function ok(check: string, found: string): Finding {
  return { check, status: 'ok', found }
}

export function warn(check: string, found: string, advice: string): Finding {
  return { check, status: 'warn', found, advice }
}

export function fail(check: string, found: string, advice: string): Finding {
  return { check, status: 'fail', found, advice }
}
