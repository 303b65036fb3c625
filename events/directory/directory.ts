import { midnightInAlgiersMs } from '../algiers-day.ts'
import type { Wording } from '../language.ts'
import { isBefore } from '../order-of-time.ts'
import { phrase } from '../phrases.ts'
import type { Statement } from '../statement.ts'
import type { DirectoryEventType, DirectoryPayloads } from './schema.ts'

export type { PermitKind } from './schema.ts'

export type PermitHolder = { readonly organisation: string } | { readonly site: string }

export type Permit = DirectoryPayloads['waste.permit.granted'] & { readonly id: string }

/** A permit, and the time for which it was granted, see `validityOf`: read once, and asked for with very many events. */
interface DatedPermit {
  readonly permit: Permit
  readonly fromMs: number
  readonly beforeMs: number
}

const none: readonly Permit[] = []

/** From when on a permit was stopped, in milliseconds and as it was written. */
interface Stop {
  readonly what: 'suspended' | 'withdrawn'
  readonly fromMs: number
  readonly from: string
}

type Registration<Type extends DirectoryEventType> = { readonly timeMs: number; readonly id: string } & {
  readonly data: DirectoryPayloads[Type]
}

/** What the deciders may ask of the directory. */
export interface Directory {
  /** The organisation that holds a site; `undefined` when the site is not registered. */
  holderOf(site: string): string | undefined
  permitsOf(holder: PermitHolder): readonly Permit[]
  /** Why a permit is not in force at a time; `undefined` when it is in force. */
  whyNotInForce(permit: string, timeMs: number): Wording | undefined
}

const dayMs = 86_400_000

/**
 * The directory as the ledger knows it now, folded from the streams of organisations, sites and permits. Of several
 * registrations of one thing the newest by `time` counts, so that the order of arrival does not matter.
 */
export class FoldedDirectory implements Directory {
  readonly #sites = new Map<string, Registration<'waste.site.registered'>>()
  readonly #permits = new Map<string, DatedPermit>()
  readonly #permitsOfSites = new Map<string, Permit[]>()
  readonly #permitsOfOrganisations = new Map<string, Permit[]>()
  readonly #stops = new Map<string, Stop[]>()

  /** Takes an event of any family; those that are not of the directory change nothing. */
  evolve(event: Statement): void {
    switch (event.type) {
      case 'waste.site.registered':
        this.#register(event as Statement<'waste.site.registered', DirectoryPayloads['waste.site.registered']>)
        break
      case 'waste.permit.granted':
        this.#grant(event as Statement<'waste.permit.granted', DirectoryPayloads['waste.permit.granted']>)
        break
      case 'waste.permit.suspended':
      case 'waste.permit.withdrawn':
        this.#stop(event as Statement<typeof event.type, DirectoryPayloads['waste.permit.suspended']>)
        break
    }
  }

  holderOf(site: string): string | undefined {
    return this.#sites.get(site)?.data.organisation
  }

  permitsOf(holder: PermitHolder): readonly Permit[] {
    return this.#heldBy(holder) ?? none
  }

  whyNotInForce(id: string, timeMs: number): Wording | undefined {
    const dated = this.#permits.get(id)
    if (dated === undefined) return phrase('not-granted')
    const { permit, fromMs, beforeMs } = dated
    if (timeMs < fromMs) return phrase('valid-from', { day: permit.validFrom })
    if (timeMs >= beforeMs) return phrase('valid-to', { day: permit.validTo })
    const stopped = this.#stops.get(id)?.find(stop => stop.fromMs <= timeMs)
    return stopped && phrase(`${stopped.what}-from`, { time: stopped.from })
  }

  #register(event: Statement<'waste.site.registered', DirectoryPayloads['waste.site.registered']>): void {
    const registration = { timeMs: Date.parse(event.time), id: event.id, data: event.data }
    const known = this.#sites.get(event.subject)
    if (known === undefined || isBefore(known, registration)) this.#sites.set(event.subject, registration)
  }

  #grant(event: Statement<'waste.permit.granted', DirectoryPayloads['waste.permit.granted']>): void {
    const permit = { ...event.data, id: event.subject }
    this.#permits.set(permit.id, { permit, ...validityOf(permit) })
    const permits = [...(this.#heldBy(permit.holder) ?? none), permit].sort(byId)
    if ('site' in permit.holder) this.#permitsOfSites.set(permit.holder.site, permits)
    else this.#permitsOfOrganisations.set(permit.holder.organisation, permits)
  }

  #heldBy(holder: PermitHolder): readonly Permit[] | undefined {
    if ('site' in holder) return this.#permitsOfSites.get(holder.site)
    return this.#permitsOfOrganisations.get(holder.organisation)
  }

  #stop(event: Statement<string, DirectoryPayloads['waste.permit.suspended']>): void {
    const what = event.type === 'waste.permit.withdrawn' ? 'withdrawn' : 'suspended'
    const stops = this.#stops.get(event.subject) ?? []
    stops.push({ what, fromMs: Date.parse(event.data.from), from: event.data.from })
    stops.sort((one, other) => one.fromMs - other.fromMs || (nameOf(one) < nameOf(other) ? -1 : 1))
    this.#stops.set(event.subject, stops)
  }
}

/** The time for which a permit was granted, in milliseconds, whether or not it was stopped since. Its days are Algerian. */
export function validityOf({ validFrom, validTo }: Pick<Permit, 'validFrom' | 'validTo'>): {
  readonly fromMs: number
  readonly beforeMs: number
} {
  return {
    fromMs: midnightInAlgiersMs(validFrom),
    beforeMs: midnightInAlgiersMs(validTo) + dayMs,
  }
}

/** Tells stops of one instant apart: it may be written with several offsets. */
function nameOf({ what, from }: Stop): string {
  return `${what} ${from}`
}

function byId(one: Permit, other: Permit): number {
  return one.id < other.id ? -1 : 1
}
