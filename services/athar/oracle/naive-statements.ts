import { CodeLists, lookUpWaste } from '@athar/events/codes/code-lists.ts'
import type { FoldedEvent } from '@athar/projections/projection.ts'

const codes = new CodeLists()

/** Takes an alert down: its kind, what it is called among those, and since when it is so. */
export type Add = (kind: string, name: string, sinceMs: number) => void

export type NamedWaste = { readonly code: string; readonly list?: string; readonly hazards?: readonly string[] }

/** Fields of any payload, as in `naive-books.ts`. */
interface Payload {
  readonly fromSite?: string
  readonly toSite: string
  readonly site: string
  readonly waste?: NamedWaste
  readonly code: string
  readonly kg?: number
  readonly lostKg?: number
  readonly carrier: string
  readonly carriers?: readonly string[]
  readonly fromCarrier: string
  readonly toCarrier: string
  readonly acceptanceCertificate?: string
  readonly netKg: number
  readonly acceptedKg: number
  readonly refusedKg: number
  readonly outcome: string
  readonly lot?: string
  readonly operation: string
  readonly inputs: readonly NamedWaste[]
  readonly outputs?: readonly { readonly lot: string; readonly waste: NamedWaste }[]
}

export type Said = FoldedEvent<string, Payload>

export function read(event: FoldedEvent): Said {
  return { ...event, data: event.data as Payload } // the log holds valid ones only
}

export function isUnknown({ code, list }: NamedWaste, { time }: FoldedEvent): boolean {
  return lookUpWaste(code, list ?? 'low', time, codes) === undefined
}

export function isDangerous({ code, list, hazards = [] }: NamedWaste, { time }: FoldedEvent): boolean {
  return hazards.length > 0 || lookUpWaste(code, list ?? 'low', time, codes)?.hazardous === true
}

/** Whether a code that is said of no list, and with no hazards, is that of hazardous waste. */
export function isDangerousCode(code: string, timeMs: number): boolean {
  return lookUpWaste(code, 'low', new Date(timeMs).toISOString(), codes)?.hazardous === true
}

export function gramsOf(kg: number): number {
  return Math.round(kg * 1000)
}
