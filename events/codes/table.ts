/**
 * Reads a table literal: one row a line, cells between `|`, blank lines skipped. `header` names the columns in the same
 * form (`'code | en | fr | ar'`), and so the fields of the rows.
 *
 * @throws Error naming the line (counted from 1, as the literal is written) when it has another number of columns or an empty cell.
 */
export function parseTable<Header extends string>(header: Header, text: string): Row<Header>[] {
  const columns = cellsOf(header)
  const rows: Row<Header>[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const cells = cellsOf(line)
    const where = `Table line ${index + 1} ("${line.trim()}")`
    if (cells.length !== columns.length) {
      throw new Error(`${where} has ${cells.length} columns, expected ${columns.length}: ${header}`)
    }
    if (cells.includes('')) throw new Error(`${where} has an empty cell, expected text in each of: ${header}`)
    // The compiler cannot see that the keys are those of the header: they are zipped here and nowhere else.
    rows.push(Object.fromEntries(columns.map((column, place) => [column, cells[place]])) as Row<Header>)
  }
  return rows
}

/** `'code | en'` becomes `{ readonly code: string; readonly en: string }`. */
export type Row<Header extends string> = Readonly<Record<Column<Header>, string>>

type Column<Header extends string> = Header extends `${infer First} | ${infer Rest}` ? First | Column<Rest> : Header

function cellsOf(line: string): string[] {
  return line.split('|').map(cell => cell.trim())
}
