import type { CodeLists } from '@athar/events/codes/code-lists.ts'
import type { PermitHolder, PermitKind } from '@athar/events/directory/directory.ts'
import type { MovementFact } from '@athar/events/movement/fact.ts'
import type { Announced, Movement } from '@athar/events/movement/movement.ts'
import { permitNeeded } from '@athar/events/movement/permit-needed.ts'
import type { TreatmentDocument } from '../custody/documents.ts'
import { isAnnounced, wasteOf } from '../custody/waste-of-movement.ts'
import { rememberedOfTwo } from '../remembered.ts'
import { timeKey } from '../sort-keys.ts'

/**
 * Who needed which permit. The directory may change later, and in any order, so no verdict is kept here: what was done is
 * indexed by who did it and with which waste, in order of time, and permits are held against that when somebody asks.
 */
export interface PermitAsked {
  readonly use: PermitUse
  /** The event it was needed for. */
  readonly event: string
  readonly atMs: number
  /** Where it stands in the index of its use: by time, then by what tells uses of one document apart. */
  readonly sort: string
}

/** One holder, one kind of permit, one code, and for treatments one operation. */
export interface PermitUse {
  readonly holder: PermitHolder
  readonly kind: PermitKind
  readonly code: string
  /** Of a treatment: its permit must name it, or name none. */
  readonly operation?: string
}

/** What a permit may be needed for. */
type Handling = MovementFact<'waste.movement.picked-up' | 'waste.movement.handed-over' | 'waste.movement.received'>

const nothing: readonly PermitAsked[] = []

/** A pick-up, a hand-over and a receipt of hazardous waste: announced as such, or found to be, be it at another gate. */
export function permitsAskedByMovement(movement: Movement, codes: CodeLists): readonly PermitAsked[] {
  const asked: PermitAsked[] = []
  const { pickUp, handOvers, receipts } = movement
  const announced = asAnnounced(movement)
  if (pickUp !== undefined) ask(announced, pickUp, codes, asked)
  for (const handOver of handOvers) ask(announced, handOver, codes, asked)
  for (const receipt of receipts) ask(announced, receipt, codes, asked)
  return asked.length === 0 ? nothing : asked
}

function ask(announced: Announced, fact: Handling, codes: CodeLists, asked: PermitAsked[]): void {
  const use = permitNeeded(announced, fact, codes)
  if (use === undefined) return
  asked.push({ use, event: fact.id, atMs: fact.timeMs, sort: `${timeKey(fact.timeMs)}/${placeOf(fact)}` })
}

/** What tells apart the uses by one holder at one time: a site receives once on each leg, a carrier takes over once from another. */
function placeOf(fact: Handling): string | number {
  switch (fact.type) {
    case 'waste.movement.picked-up':
      return 0
    case 'waste.movement.handed-over':
      return `from/${fact.data.fromCarrier}`
    case 'waste.movement.received':
      return fact.data.leg ?? 1
  }
}

/** Where nobody announced any waste, what a gate found was carried, and is what stood at the other gates. */
function asAnnounced(movement: Movement): Announced {
  if (isAnnounced(movement)) return movement
  const waste = wasteOf(movement)
  return waste === undefined ? movement : { pickUp: { data: { waste } } }
}

/** A treatment, for each code that goes in: whatever is treated, the site must have a permit for that. */
export function permitsAskedByTreatment({ id, timeMs, data }: TreatmentDocument): readonly PermitAsked[] {
  const { site, operation, inputs } = data
  const sort = timeKey(timeMs)
  return [...new Set(inputs.map(({ code }) => code))].map(code => ({
    use: { holder: { site }, kind: 'treatment', code, operation },
    event: id,
    atMs: timeMs,
    sort,
  }))
}

/** The beginnings of the names below, up to a site. */
export const usePrefix = {
  carried: 'alerts:asked/organisation/',
  received: 'alerts:asked/site/',
  receivedAt: (site: string) => `alerts:asked/site/${site}/`,
  treated: 'alerts:treated/site/',
  treatedAt: (site: string) => `alerts:treated/site/${site}/`,
} as const

/** Holders and codes whose names are remembered, some 200 bytes each: those of movements, which are the most. */
const usesMax = 50_000
const carried = rememberedOfTwo(
  (organisation, code) => `${usePrefix.carried}${organisation}/transport/${code}`,
  usesMax,
)
const received = rememberedOfTwo((site, code) => `${usePrefix.received}${site}/treatment/${code}`, usesMax)

/** The name of the index of a use, and of the tally that counts it. */
export function useName({ holder, kind, code, operation }: PermitUse): string {
  const isOfMovement = operation === undefined
  if (isOfMovement && kind === 'transport' && 'organisation' in holder) return carried(holder.organisation, code)
  if (isOfMovement && kind === 'treatment' && 'site' in holder) return received(holder.site, code)
  const by = 'site' in holder ? `site/${holder.site}` : `organisation/${holder.organisation}`
  return isOfMovement ? `alerts:asked/${by}/${kind}/${code}` : `alerts:treated/${by}/${code}/${operation}`
}

/** The use that a name tells; `undefined` when it is the name of something else. */
export function useOf(name: string): PermitUse | undefined {
  const [group, by, holder, one, two, ...more] = name.split('/')
  if (holder === undefined || one === undefined || two === undefined || more.length > 0) return undefined
  if (group === 'alerts:treated' && by === 'site')
    return { holder: { site: holder }, kind: 'treatment', code: one, operation: two }
  if (group !== 'alerts:asked') return undefined
  if (one === 'transport' && by === 'organisation') return { holder: { organisation: holder }, kind: one, code: two }
  return one === 'treatment' && by === 'site' ? { holder: { site: holder }, kind: one, code: two } : undefined
}
