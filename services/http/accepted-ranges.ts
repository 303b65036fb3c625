/** What a caller would take, and how much it wants it (RFC 9110 §12.4.2). */
export interface AcceptedRange {
  /** In lower case: `text/*`, `fr-dz`. */
  readonly name: string
  /** 1 when the caller does not say, 0 when what it says is no number. */
  readonly quality: number
}

/** Ranges that are looked at: browsers send fewer than ten. */
const rangesMax = 20

/** The ranges of an `Accept` or `Accept-Language` header, in its order. */
export function acceptedRanges(header: string): readonly AcceptedRange[] {
  return header
    .split(',')
    .slice(0, rangesMax)
    .map(range => {
      const [name = '', ...parameters] = range.toLowerCase().split(';')
      return { name: name.trim(), quality: qualityIn(parameters) }
    })
}

function qualityIn(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=')
    if (name?.trim() === 'q') return Number(value) || 0
  }
  return 1
}
