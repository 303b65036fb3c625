import type { DirectoryEventType, DirectoryPayloads } from '@athar/events/directory/schema.ts'
import type { Position } from '@athar/events/envelope.ts'
import type { Statement } from '@athar/events/statement.ts'

/** An event of the directory: what it says, and where it stands in the log. */
export type Said<Type extends DirectoryEventType> = Statement<Type, DirectoryPayloads[Type]> & {
  readonly timeMs: number
  readonly position: Position
  readonly recordedAt: string
}

/** A legal person as it was registered last: newest by `time`, then id, whatever came when. */
export interface OrganisationDocument {
  readonly kind: 'organisation'
  readonly registered: Said<'waste.organisation.registered'>
}

/** A site as it was registered last. */
export interface SiteDocument {
  readonly kind: 'site'
  readonly registered: Said<'waste.site.registered'>
}

export type PermitStop = Said<'waste.permit.suspended'> | Said<'waste.permit.withdrawn'>

/** A permit: its grant, when that has come, and every suspension and withdrawal in order of `time`, then id. */
export interface PermitDocument {
  readonly kind: 'permit'
  readonly granted?: Said<'waste.permit.granted'>
  readonly stops: readonly PermitStop[]
}

export type DirectoryDocument = OrganisationDocument | SiteDocument | PermitDocument

/** `organisation/O-7`, `site/S-ALG-017`, `permit/P-1`. */
export function directoryKey(kind: DirectoryDocument['kind'], subject: string): string {
  return `${kind}/${subject}`
}

/** The organisation that holds a site (DESIGN §4: a site speaks through it). */
export function holderOf({ registered }: SiteDocument): string {
  return registered.data.organisation
}
