import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import { Turns } from '@athar/http/turns.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { type FlowName, flowNamed, flowPrefix, type Measure } from '@athar/projections/flows/flow-cells.ts'
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

/** How far it goes. */
export interface FlowBounds {
  readonly sumsMax?: number
  readonly groupsMax?: number
  /** True when nobody waits for the answer any longer. */
  readonly isAbandoned?: () => boolean
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
    super(`more sums than one answer adds up, until ${month}`)
    this.month = month
  }
}

/** More is told apart than one answer may have. */
export class TooManyGroups extends Error {
  override readonly name = 'TooManyGroups'
}

/** Sums that are added up at once: some milliseconds of work, after which others have their turn. */
const stepItems = 2_000

/** One step at a time, whoever asks: a crowd of such questions holds up nobody else for longer than one does. */
const steps = new Turns(1)

/**
 * Flows summed by what is told apart, in order of wilayas, code, operation and month. Where no place is told apart it looks
 * at sums that are over all places already, which are few.
 *
 * Adds up no further when nobody waits any longer.
 *
 * @throws TooManySums
 * @throws TooManyGroups
 */
export async function flowSums(
  views: FlowViews,
  { kind, by, months }: FlowsAsked,
  { sumsMax = limits.flowSumsMax, groupsMax = limits.flowGroupsMax, isAbandoned = () => false }: FlowBounds = {},
): Promise<readonly FlowGroup[]> {
  const prefixOf = kind === 'treatment' ? flowPrefix.treated : by.has('wilaya') ? flowPrefix.moved : flowPrefix.received
  const wilayas = new WilayasOfSites(views.directory)
  const groups = new Map<string, GrowingGroup>()
  let sumsLeft = sumsMax
  for (const month of months)
    for await (const sums of sumsIn(views.flows, prefixOf(month))) {
      sumsLeft -= sums.length
      if (sumsLeft < 0) throw new TooManySums(month)
      const flows = sums.map(({ tally, total }) => ({ ...flowNamed(tally), total }))
      if (by.has('wilaya')) await wilayas.find(flows)
      for (const flow of flows) groupIn(groups, toldApart(flow, by, wilayas))[flow.measure] += flow.total
      if (groups.size > groupsMax) throw new TooManyGroups()
      if (isAbandoned()) return []
    }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}

/** Sums of a prefix, a step at a time, each in its turn. */
async function* sumsIn(flows: ViewReader, prefix: string) {
  for (let after: string | undefined; ; ) {
    await steps.take({ begins: after === undefined })
    try {
      const sums = await flows.tallies({ prefix, ...(after !== undefined && { after }), limit: stepItems })
      yield sums
      after = sums.at(-1)?.tally
      if (sums.length < stepItems) return
      await nextTurn()
    } finally {
      steps.leave()
    }
  }
}

type Told = Omit<FlowGroup, 'grams' | 'count'>
type GrowingGroup = Told & Record<Measure, number>

function toldApart(
  { month, code, from, to, operation }: FlowName,
  by: ReadonlySet<FlowGrouping>,
  wilayas: WilayasOfSites,
): Told {
  return {
    fromWilaya: by.has('wilaya') ? wilayas.of(from) : undefined,
    toWilaya: by.has('wilaya') ? wilayas.of(to) : undefined,
    code: by.has('code') ? code : undefined,
    operation: by.has('operation') ? operation : undefined,
    month: by.has('month') ? month : undefined,
  }
}

function groupIn(groups: Map<string, GrowingGroup>, told: Told): GrowingGroup {
  const key = keyOf(told)
  let group = groups.get(key)
  if (group === undefined) {
    group = { ...told, grams: 0, count: 0 }
    groups.set(key, group)
  }
  return group
}

/** In the order of answers. A slash is in no part, and comes before all that is. */
function keyOf({ fromWilaya = '', toWilaya = '', code = '', operation = '', month = '' }: Told): string {
  return `${fromWilaya}/${toWilaya}/${code}/${operation}/${month}`
}

/** The wilaya of each site that is registered; a site is looked up once. */
class WilayasOfSites {
  readonly #directory: ViewReader
  readonly #wilayas = new Map<string, string | undefined>()

  constructor(directory: ViewReader) {
    this.#directory = directory
  }

  /** Looks up the sites of these flows. */
  async find(flows: readonly Pick<FlowName, 'from' | 'to'>[]): Promise<void> {
    const unknown = new Set<string>()
    for (const site of flows.flatMap(({ from, to }) => [from, to]))
      if (site !== undefined && !this.#wilayas.has(site)) unknown.add(site)
    for (const site of unknown) this.#wilayas.set(site, undefined)
    for (const { registered } of await siteDocuments(this.#directory, [...unknown]))
      this.#wilayas.set(registered.subject, registered.data.wilaya)
  }

  of(site: string | undefined): string | undefined {
    return site === undefined ? undefined : this.#wilayas.get(site)
  }
}
