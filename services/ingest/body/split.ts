/** Cuts a body into the texts of its events, without reading them. */

const lineBreaks = /[\r\n]+/g

/**
 * An event in one line, as it is recorded. JSON has line breaks nowhere but between tokens; they become spaces, and the
 * rest stays as it was sent.
 */
export function oneLine(text: string): string {
  return text.replace(lineBreaks, ' ').trim()
}

/** The lines of NDJSON; empty ones are skipped. */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end).trim()
    if (line !== '') lines.push(line.includes('\r') ? oneLine(line) : line)
    start = end + 1
  }
  return lines
}

const structural = /["{}[\],]/g
const jsonString = /"(?:[^"\\]|\\.)*"/y

/**
 * The items of a JSON array. `undefined` when the text is not an array that closes at its end; whether each item is JSON
 * is for its reader to find out, so that one bad event harms no other.
 */
export function splitArray(text: string): string[] | undefined {
  const start = text.search(/\S/)
  const end = text.search(/\s*$/)
  if (text[start] !== '[' || text[end - 1] !== ']') return undefined
  const items: string[] = []
  let depth = 0
  let itemStart = start + 1
  structural.lastIndex = start
  for (let match = structural.exec(text); match !== null; match = structural.exec(text)) {
    const mark = match[0]
    if (mark === '"') {
      jsonString.lastIndex = match.index
      const string = jsonString.exec(text)
      if (string === null) return undefined
      structural.lastIndex = jsonString.lastIndex
    } else if (mark === '{' || mark === '[') {
      depth++
    } else if (mark === ',') {
      if (depth === 1) {
        items.push(oneLine(text.slice(itemStart, match.index)))
        itemStart = match.index + 1
      }
    } else if (--depth === 0) {
      if (match.index !== end - 1) return undefined
      const last = oneLine(text.slice(itemStart, match.index))
      if (items.length > 0 || last !== '') items.push(last)
      return items
    }
  }
  return undefined
}
