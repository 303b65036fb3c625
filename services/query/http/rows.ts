import { type Column, csvHeader, csvRows } from './csv.ts'
import { csvForm, type Form } from './forms.ts'

/** How a list that is not JSON begins. */
export function rowsStart(form: Form, columns: readonly Column[]): string {
  return form === csvForm ? csvHeader(columns) : ''
}

/** Items as rows of CSV or as lines of NDJSON. */
export function rowsOf(form: Form, columns: readonly Column[], items: readonly object[]): string {
  if (form === csvForm) return csvRows(columns, items)
  return items.map(item => `${JSON.stringify(item)}\n`).join('')
}
