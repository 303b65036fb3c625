/**
 * Where a column finds its value in an item, by the names on the way: `kg.received`; through lists, too: `carriers.plates`. It
 * is also its header, so that CSV and JSON call a thing the same.
 */
export type Column = string

const lineEnd = '\r\n'

/** The header row (RFC 4180). */
export function csvHeader(columns: readonly Column[]): string {
  return `${columns.map(quoted).join(',')}${lineEnd}`
}

/** A row an item. What an item does not have is an empty field; the parts of a list stand in one, with `;` between them. */
export function csvRows(columns: readonly Column[], items: readonly object[]): string {
  const paths = columns.map(column => column.split('.'))
  return items.map(item => `${paths.map(path => field(valueAt(item, path))).join(',')}${lineEnd}`).join('')
}

/** On the way through a list it takes what each of the parts has. */
function valueAt(item: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return item
  if (Array.isArray(item)) return item.flatMap(part => valueAt(part, path) ?? [])
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, name)) return undefined
  return valueAt((item as Readonly<Record<string, unknown>>)[name], rest) // an object that has it
}

function field(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return quoted(harmless(value.map(part => String(part)).join(';')))
  return quoted(harmless(String(value)))
}

/**
 * Where a spreadsheet would take what follows for a formula: at the beginning of a field, and after a semicolon, which parts
 * fields where a comma is the decimal sign, as in French. It looks past spaces and quotes, and takes wide signs for the others.
 */
const formula = /(?<=^|;)(?=[\s"]*[=+\-@＝＋－＠])|^(?=[\t\r])/g

/** What parties write comes in here: an apostrophe keeps it a text. */
function harmless(text: string): string {
  return text.replace(formula, "'")
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
