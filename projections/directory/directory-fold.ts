import type { DirectoryEventType, DirectoryPayloads } from '@athar/events/directory/schema.ts'
import { isBefore, withInOrder } from '@athar/events/order-of-time.ts'
import type { Fold, FoldedEvent } from '../projection.ts'
import {
  type DirectoryDocument,
  directoryKey,
  type OrganisationDocument,
  type PermitDocument,
  type PermitStop,
  type Said,
  type SiteDocument,
} from './documents.ts'

/** Who is who, where, and with which permit: of several registrations of one thing the newest by `time` counts. */
export const directoryFold: Fold = {
  name: 'directory',
  version: 1,
  families: ['organisation', 'site', 'permit'],
  reads: event => [keyOf(event)],
  apply(event, documents) {
    const key = keyOf(event)
    const known = documents.get(key)
    const next = documentAfter(event, known)
    if (next !== known) documents.set(key, next)
  },
}

function keyOf({ family, subject }: FoldedEvent): string {
  // Only events of the three families of this fold come here, and they are called as its documents are.
  return directoryKey(family as DirectoryDocument['kind'], subject)
}

function documentAfter(event: FoldedEvent, known: unknown): DirectoryDocument {
  // Of a key this fold sets nothing but the document of its family; only these types are of its families. Here and below.
  const type = event.type as DirectoryEventType
  switch (type) {
    case 'waste.organisation.registered': {
      const before = known as OrganisationDocument | undefined
      const registered = saidIn<typeof type>(event)
      return before && !isBefore(before.registered, registered) ? before : { kind: 'organisation', registered }
    }
    case 'waste.site.registered': {
      const before = known as SiteDocument | undefined
      const registered = saidIn<typeof type>(event)
      return before && !isBefore(before.registered, registered) ? before : { kind: 'site', registered }
    }
    case 'waste.permit.granted':
      return { ...permitBefore(known), granted: saidIn<typeof type>(event) }
    case 'waste.permit.suspended':
    case 'waste.permit.withdrawn': {
      const before = permitBefore(known)
      return { ...before, stops: withInOrder(before.stops, saidIn<typeof type>(event) as PermitStop) }
    }
  }
}

function permitBefore(known: unknown): PermitDocument {
  return (known as PermitDocument | undefined) ?? { kind: 'permit', stops: [] }
}

function saidIn<Type extends DirectoryEventType>(event: FoldedEvent): Said<Type> {
  const { id, type, subject, time, timeMs, data, position, recordedAt } = event
  // The log holds what the catalogue has validated against the schema of `type`, which the caller has looked at.
  return { id, type: type as Type, subject, time, timeMs, data: data as DirectoryPayloads[Type], position, recordedAt }
}
