import type { Position } from '@athar/events/envelope.ts'
import type { Waste } from '@athar/events/fields.ts'
import type { MovementPayloads } from '@athar/events/movement/schema.ts'
import type { Treatment } from '@athar/events/treatment/schema.ts'

/** What came to the gate of a site, what left it, what was treated there (decrees 04-410 and 09-19). */
export const registerKinds = ['incoming', 'outgoing', 'treatment'] as const

export type RegisterKind = (typeof registerKinds)[number]

/**
 * A line of a legal register. Lines are numbered from 1 without a gap and are never changed: what turns out to be otherwise
 * is written again, whole, under the next number, and points at the line that it corrects.
 *
 * What a line says and how it is hashed stays as it is for what is in the log: registers are folded again, and must come to
 * the hashes that were printed. A line that is to say more says so of events recorded from a date on.
 *
 * All of it is in canonical form (RFC 8785): the properties stand in alphabetical order, in each object, so that whoever
 * has read and written a line as JSON has the bytes that were hashed (`line-hash.ts`).
 */
export type RegisterLine = LineHead & {
  /** The type of the event that had this line written, which is often not the one that the line is about. */
  readonly cause: string
  /** The line of this register that this one takes the place of. */
  readonly correctsNumber?: number | undefined
  /** The pick-up, receipt or treatment that the line is about: its id, and where it stands in the log. */
  readonly event: { readonly id: string; readonly position: Position }
  /** What was picked up or received, or the treatment that was performed: one of the two. */
  readonly movement?: string | undefined
  readonly treatment?: string | undefined
  /** When the ledger took the event that had this line written, and the key it came with. */
  readonly recordedAt: string
  readonly recordedBy: string
  /** When the waste came, left or was treated, as the sender wrote it. */
  readonly time: string
} & (
    | { readonly entry: RegisterEntry; readonly withdrawn?: undefined }
    /** What the corrected line said did not happen at this site; it is in the register of another. */
    | { readonly entry?: undefined; readonly withdrawn: true }
  )

/** What the order of a register hangs on. */
export interface LineHead {
  /** SHA-256 of the line without this, in hexadecimal. */
  readonly hash: string
  readonly number: number
  /** Of the event that had this line written. */
  readonly position: Position
  /** The `hash` of the line before; of the first line, `hashBeforeFirst`. */
  readonly previousHash: string
  readonly register: RegisterKind
  readonly site: string
}

export type RegisterEntry = IncomingEntry | OutgoingEntry | TreatmentEntry

/** A load at the gate, refused ones too: a refusal is written, with its reason (law 01-19, art. 22). Masses as weighed. */
export interface IncomingEntry {
  readonly acceptanceCertificate?: string | undefined
  readonly acceptedKg: number
  /** Who brought it, in the order in which they had it. None while nobody has said. */
  readonly carriers: readonly RegisteredCarrier[]
  /** What was checked at the gate (decree 04-410): document, certificate, sight, radioactivity. */
  readonly checks?: GateChecks | undefined
  /** The site it comes from. Absent while nobody has said. */
  readonly from?: string | undefined
  /** All that was weighed: accepted and refused. */
  readonly kg: number
  readonly leg: number
  /** The lot that the accepted part became. */
  readonly lot?: string | undefined
  /** The operation for which it was sent. */
  readonly operation?: string | undefined
  readonly outcome: 'accepted' | 'partly-accepted' | 'refused'
  readonly reason?: { readonly code: string; readonly text?: string | undefined } | undefined
  readonly refusedKg: number
  /** As the plant found it, else as it was announced, else as the first plant that says so found it. */
  readonly waste?: RegisteredWaste | undefined
  readonly weighing?:
    | { readonly grossKg: number; readonly tareKg: number; readonly ticket?: string | undefined }
    | undefined
}

/** A load that left the site. */
export interface OutgoingEntry {
  readonly acceptanceCertificate?: string | undefined
  /** How `kg` was found. */
  readonly basis?: 'estimated' | 'weighed' | undefined
  readonly carriers: readonly RegisteredCarrier[]
  /** As the carrier took it over, else as it was declared. */
  readonly kg?: number | undefined
  /** The lots of the site that it was taken from. */
  readonly lots?: readonly { readonly kg: number; readonly lot: string }[] | undefined
  readonly operation?: string | undefined
  /** The sites to which it was sent instead, in order. */
  readonly redirectedTo?: readonly string[] | undefined
  /** The site it was declared for. */
  readonly to?: string | undefined
  /** As it was announced, else as the first plant that says so found it. */
  readonly waste?: RegisteredWaste | undefined
}

export interface TreatmentEntry {
  /** What neither came out nor was lost: it met its fate by this operation. */
  readonly fateKg: number
  readonly inputs: readonly { readonly code: string; readonly kg: number; readonly lot: string }[]
  /** All that went in. */
  readonly kg: number
  readonly lossKg: number
  readonly operation: Treatment['operation']
  readonly outputs: readonly { readonly kg: number; readonly lot: string; readonly waste: RegisteredWaste }[]
}

export interface RegisteredCarrier {
  readonly carrier: string
  readonly plates: readonly string[]
}

export type RegisteredWaste = Waste
type GateChecks = NonNullable<MovementPayloads['waste.movement.received']['checks']>
