/**
 * The sums of flows and their names. A cell is one month, one waste and what else is told apart; each has two sums, of grams
 * and of a count. The parts of a name are separated by slashes, which neither references nor codes have; what nobody has said
 * is an empty part. The month comes first: a read walks the months it is asked for.
 */

/** What was taken in at a gate: grams accepted, and receipts that accepted some. */
export interface MovedCell {
  /** `2026-11`, in Algeria: of the receipt. */
  readonly month: string
  readonly code: string
  readonly from: string
  readonly to: string
  /** For which it was sent. */
  readonly operation: string
}

/** The same whatever the sites are: few cells, for questions in which no place is told apart. */
export type ReceivedCell = Omit<MovedCell, 'from' | 'to'>

/** What was treated: grams that went in, and lots. */
export interface TreatedCell {
  readonly month: string
  readonly code: string
  readonly site: string
  readonly operation: string
}

const measures = ['grams', 'count'] as const
export type Measure = (typeof measures)[number]

export function movedName({ month, code, from, to, operation }: MovedCell): string {
  return `flows:moved/${month}/${code}/${from}/${to}/${operation}/`
}

export function receivedName({ month, code, operation }: ReceivedCell): string {
  return `flows:received/${month}/${code}/${operation}/`
}

export function treatedName({ month, code, site, operation }: TreatedCell): string {
  return `flows:treated/${month}/${code}/${site}/${operation}/`
}

/** How the names of a month begin. */
export const flowPrefix = {
  moved: (month: string) => `flows:moved/${month}/`,
  received: (month: string) => `flows:received/${month}/`,
  treated: (month: string) => `flows:treated/${month}/`,
} as const

/** A name of any kind read back; parts that its kind does not have, and what nobody has said, are `undefined`. */
export interface FlowName {
  readonly month: string
  readonly code: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly operation: string | undefined
  readonly measure: Measure
}

/** Reads a name back. Throws a `RangeError` when it is none of these. */
export function flowNamed(name: string): FlowName {
  const [kind, month = '', code = '', ...others] = name.split('/')
  switch (kind) {
    case 'flows:moved': {
      const [from = '', to = '', operation = '', measure] = others
      return { month, ...said({ code, from, to, operation }), measure: measureNamed(measure, name) }
    }
    case 'flows:received': {
      const [operation = '', measure] = others
      return { month, ...said({ code, from: '', to: '', operation }), measure: measureNamed(measure, name) }
    }
    case 'flows:treated': {
      const [site = '', operation = '', measure] = others
      return { month, ...said({ code, from: site, to: '', operation }), measure: measureNamed(measure, name) }
    }
    default:
      throw new RangeError(`${name} is no sum of flows`)
  }
}

type Parts = 'code' | 'from' | 'to' | 'operation'

function said({ code, from, to, operation }: Readonly<Record<Parts, string>>): Pick<FlowName, Parts> {
  return {
    code: code || undefined,
    from: from || undefined,
    to: to || undefined,
    operation: operation || undefined,
  }
}

function measureNamed(measure: string | undefined, name: string): Measure {
  if (measure === 'grams' || measure === 'count') return measure
  throw new RangeError(`${name} is no sum of flows`)
}
