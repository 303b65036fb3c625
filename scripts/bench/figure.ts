/** A measured figure beside its floor: what the table and the JSON file show. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** The floor, or with `atMost` the ceiling; absent for what is only told. */
  readonly floor?: number
  readonly atMost?: boolean
  /** What the value was made of, in words. */
  readonly detail?: string
}

/** How much of everything is measured. */
export interface Scale {
  /** Events of one run of the batch benchmark. */
  readonly batchEvents: number
  readonly batchEventsPerRequest: number
  readonly batchConnections: number
  /** Runs of each side of a ratio, taken in turn; their median counts. */
  readonly rounds: number
  readonly singleSeconds: number
  /** Events in the log when it is called full. */
  readonly fullLogEvents: number
  readonly feedEvents: number
  readonly burstEvents: number
  /** Events in the log when views are folded and read. */
  readonly viewsEvents: number
  /** How long events arrive while views are read. */
  readonly viewsSeconds: number
}

export const wholeScale: Scale = {
  batchEvents: 500_000,
  batchEventsPerRequest: 1_000,
  batchConnections: 8,
  rounds: 5,
  singleSeconds: 10,
  fullLogEvents: 5_000_000,
  feedEvents: 1_000_000,
  burstEvents: 500_000,
  viewsEvents: 2_000_000,
  viewsSeconds: 20,
}

export const quickScale: Scale = {
  batchEvents: 60_000,
  batchEventsPerRequest: 1_000,
  batchConnections: 8,
  rounds: 1,
  singleSeconds: 2,
  fullLogEvents: 200_000,
  feedEvents: 100_000,
  burstEvents: 200_000,
  viewsEvents: 60_000,
  viewsSeconds: 3,
}

export function meets({ value, floor, atMost }: Figure): boolean | undefined {
  if (floor === undefined) return undefined
  return atMost ? value <= floor : value >= floor
}
