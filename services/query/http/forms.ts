import type { Position } from '@athar/events/envelope.ts'

/** The forms of an answer; a caller who does not say gets the first. */
export const jsonForm = 'application/json'
export const csvForm = 'text/csv'
export const linesForm = 'application/x-ndjson'

export type Form = typeof jsonForm | typeof csvForm | typeof linesForm

/** The headers of an answer in a form, as it stands at a position. */
export function headersOf(form: Form, position: Position): Record<string, string> {
  return {
    'content-type': `${form}; charset=utf-8`,
    'athar-position': String(position),
    'cache-control': 'no-store',
    vary: 'Accept, Authorization',
  }
}
