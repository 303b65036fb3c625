import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { type FlowName, flowNamed, flowPrefix } from '@athar/projections/flows/flow-cells.ts'
import { siteDocuments } from '../directory/directory-documents.ts'

/** What is told apart. */
export const flowGroupings = ['wilaya', 'code', 'operation', 'month'] as const
export type FlowGrouping = (typeof flowGroupings)[number]

export const flowKinds = ['movement', 'treatment'] as const
export type FlowKind = (typeof flowKinds)[number]

export interface FlowsAsked {
  readonly kind: FlowKind
  readonly by: ReadonlySet<FlowGrouping>
  readonly months: readonly string[]
}

/** A group and its sums. What is not told apart, and what nobody has said, is not there. */
export interface FlowGroup {
  readonly fromWilaya?: string | undefined
  readonly toWilaya?: string | undefined
  readonly code?: string | undefined
  readonly operation?: string | undefined
  readonly month?: string | undefined
  readonly grams: number
  readonly count: number
}

export interface FlowViews {
  readonly flows: ViewReader
  readonly directory: ViewReader
}

/** There is more to add up than one answer may: the month in which it had to stop. */
export class TooManySums extends Error {
  override readonly name = 'TooManySums'
  readonly month: string

  constructor(month: string) {
    super(`more than ${limits.flowSumsMax} sums up to ${month}`)
    this.month = month
  }
}

/** Sums, or sites, that are asked for at once: some milliseconds of work, after which others have their turn. */
const stepItems = 2_000

/**
 * Flows summed by what is told apart, in order of wilayas, code, operation and month. Where no place is told apart it looks
 * at sums that are over all places already, which are few.
 *
 * @throws TooManySums
 */
export async function flowSums(views: FlowViews, { kind, by, months }: FlowsAsked): Promise<readonly FlowGroup[]> {
  const prefixOf = kind === 'treatment' ? flowPrefix.treated : by.has('wilaya') ? flowPrefix.moved : flowPrefix.received
  const bySites = new Map<string, FlowCell>()
  let sumsLeft = limits.flowSumsMax
  for (const month of months)
    for await (const sums of sumsIn(views.flows, prefixOf(month))) {
      sumsLeft -= sums.length
      if (sumsLeft < 0) throw new TooManySums(month)
      for (const { tally, total } of sums) addTo(bySites, toldApart(flowNamed(tally), by), total)
    }
  const cells = [...bySites.values()]
  const wilayas = by.has('wilaya') ? await wilayasOf(views.directory, cells) : undefined
  return grouped(cells, wilayas)
}

/** Sums of a prefix, a step at a time. */
async function* sumsIn(flows: ViewReader, prefix: string) {
  let after: string | undefined
  for (;;) {
    const sums = await flows.tallies({ prefix, ...(after !== undefined && { after }), limit: stepItems })
    yield sums
    after = sums.at(-1)?.tally
    if (sums.length < stepItems) return
    await nextTurn()
  }
}

type Parts = Pick<FlowName, 'from' | 'to' | 'code' | 'operation'> & { readonly month: string | undefined }
type FlowCell = Parts & { grams: number; count: number }
type ToldApart = Parts & Pick<FlowName, 'measure'>

function toldApart({ month, code, from, to, operation, measure }: FlowName, by: ReadonlySet<FlowGrouping>): ToldApart {
  return {
    from: by.has('wilaya') ? from : undefined,
    to: by.has('wilaya') ? to : undefined,
    code: by.has('code') ? code : undefined,
    operation: by.has('operation') ? operation : undefined,
    month: by.has('month') ? month : undefined,
    measure,
  }
}

function addTo(cells: Map<string, FlowCell>, { measure, ...parts }: ToldApart, total: number): void {
  const key = keyOf(parts)
  let cell = cells.get(key)
  if (cell === undefined) {
    cell = { ...parts, grams: 0, count: 0 }
    cells.set(key, cell)
  }
  cell[measure] += total
}

/** In the order of answers. A slash is in no part, and comes before all that is. */
function keyOf({ from = '', to = '', code = '', operation = '', month = '' }: Parts): string {
  return `${from}/${to}/${code}/${operation}/${month}`
}

/** The wilaya of each site that is registered. */
async function wilayasOf(directory: ViewReader, cells: readonly FlowCell[]): Promise<ReadonlyMap<string, string>> {
  const sites = [...new Set(cells.flatMap(({ from, to }) => [from, to]))].filter(site => site !== undefined)
  const wilayas = new Map<string, string>()
  for (let start = 0; start < sites.length; start += stepItems) {
    for (const { registered } of await siteDocuments(directory, sites.slice(start, start + stepItems)))
      wilayas.set(registered.subject, registered.data.wilaya)
    await nextTurn()
  }
  return wilayas
}

/** Cells of sites as groups of wilayas, in order. */
function grouped(cells: readonly FlowCell[], wilayas: ReadonlyMap<string, string> | undefined): readonly FlowGroup[] {
  const groups = new Map<string, FlowCell>()
  const wilayaOf = (site: string | undefined) => (site === undefined ? undefined : wilayas?.get(site))
  for (const { grams, count, ...parts } of cells) {
    const group = { ...parts, from: wilayaOf(parts.from), to: wilayaOf(parts.to) }
    addTo(groups, { ...group, measure: 'grams' }, grams)
    addTo(groups, { ...group, measure: 'count' }, count)
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { from, to, ...group }]) => ({ fromWilaya: from, toWilaya: to, ...group }))
}
