import type { z } from 'zod'
import type { Labels } from './language.ts'

/**
 * A family of streams. The stream of an event is `<family>-<subject>`, so that KurrentDB sees the family as category. Their
 * order is part of the file format of the log: a new one goes to the end, and none is ever moved or taken away.
 */
export const families = ['organisation', 'site', 'permit', 'movement', 'lot', 'treatment'] as const

export type Family = (typeof families)[number]

/** A payload as it was before the newest version, and the pure step that brings it one version on. */
export interface OldPayload {
  readonly data: z.ZodType
  readonly upcast: (data: unknown) => unknown
}

/** One type of event: what it means, where it goes, what it carries. Listed once, in `catalogue.ts`. */
export interface EventType<Data = unknown> {
  readonly family: Family
  readonly label: Labels
  /** One sentence for the person who sends it. */
  readonly summary: string
  /** The newest payload. */
  readonly data: z.ZodType<Data>
  /** Versions before the newest, from 1 upwards: never removed, since the log holds them. */
  readonly olderVersions?: readonly OldPayload[]
  /** A payload that is valid, for documents and tests. */
  readonly example: Data
}

/** The versions of a type are numbered from 1; the newest is the number of them all. */
export function newestVersion(type: EventType): number {
  return (type.olderVersions?.length ?? 0) + 1
}

/** The schema that a payload of that version was validated with; `undefined` when there is no such version. */
export function payloadSchema(type: EventType, version: number): z.ZodType | undefined {
  return version === newestVersion(type) ? type.data : type.olderVersions?.[version - 1]?.data
}

/** Brings a recorded payload of an old version to the newest, one pure step a version. */
export function upcast(type: EventType, version: number, data: unknown): unknown {
  let current = data
  for (const older of type.olderVersions?.slice(version - 1) ?? []) current = older.upcast(current)
  return current
}

/**
 * Reads a payload that does not say its version, as one inside another event: the newest schema that takes it tells. As the
 * newest payload, or `undefined` when no version takes it.
 */
export function readUnversioned(type: EventType, data: unknown): unknown {
  for (let version = newestVersion(type); version > 0; version--) {
    const parsed = payloadSchema(type, version)?.safeParse(data)
    if (parsed?.success) return upcast(type, version, parsed.data)
  }
  return undefined
}

/** The payload that a table of event types gives to each of its names. */
export type PayloadsOf<Types extends Record<string, { readonly data: z.ZodType }>> = {
  readonly [Name in keyof Types]: z.infer<Types[Name]['data']>
}
