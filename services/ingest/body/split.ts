/** Cuts a body into the texts of its events, without reading them. */

const newline = 0x0a
const lineBreaks = /[\r\n]+/g

/**
 * An event in one line, as it is recorded. JSON has line breaks nowhere but between tokens; they become spaces, and the
 * rest stays as it was sent.
 */
export function oneLine(text: string): string {
  return text.replace(lineBreaks, ' ').trim()
}

/**
 * Where the lines of NDJSON begin and end, in turn, without the white space around them; empty ones are skipped. Stops as
 * soon as there is one line more than `linesMax`: eight megabytes can hold four million of them.
 */
export function lineBounds(bytes: Buffer, linesMax: number): readonly number[] {
  const bounds: number[] = []
  for (let start = 0; start < bytes.length && bounds.length <= 2 * linesMax; ) {
    let from = start
    while (from < bytes.length && (isSpace(bytes[from]) || bytes[from] === newline)) from++
    const lineFeed = bytes.indexOf(newline, from)
    const end = lineFeed === -1 ? bytes.length : lineFeed
    let to = end
    while (to > from && isSpace(bytes[to - 1])) to--
    if (from < to) bounds.push(from, to)
    start = end + 1
  }
  return bounds
}

/** White space of JSON within a line (RFC 8259 §2). */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d
}

const structural = /["{}[\],]/g
const jsonString = /"(?:[^"\\]|\\.)*"/y

/**
 * The items of a JSON array. `undefined` when the text is not an array that closes at its end; whether each item is JSON
 * is for its reader to find out, so that one bad event harms no other. Stops, wherever it is, as soon as there is one item
 * more than `itemsMax`.
 */
export function splitArray(text: string, itemsMax: number): string[] | undefined {
  const start = text.search(/\S/)
  const end = text.trimEnd().length // the pattern \s*$ would look at each run of white space as often as it has characters
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
        if (items.length > itemsMax) return items
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
