import type { eventTypes } from '@athar/events/catalogue.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { PayloadsOf } from '@athar/events/event-type.ts'
import { hourMs, minuteMs, secondMs } from '../algiers-time.ts'
import type { Random } from '../random.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'

type Payloads = PayloadsOf<typeof eventTypes>

/** What a party has to tell. */
interface Told<Type extends keyof Payloads> {
  readonly type: Type
  readonly source: string
  readonly subject: string
  readonly timeMs: number
  readonly data: Payloads[Type]
}

/**
 * Sends an event to the ledger, where it arrives at `arrivesAtMs`; now and then the answer gets lost and the very same
 * event is sent once more.
 */
export function tell<Type extends keyof Payloads>(
  life: Life,
  { type, source, subject, timeMs, data }: Told<Type>,
  arrivesAtMs: number,
): SubmittedEvent<Type, Payloads[Type]> {
  const event: SubmittedEvent<Type, Payloads[Type]> = {
    specversion: '1.0',
    id: life.ids.at(timeMs),
    source,
    type,
    subject,
    time: life.clock.timeOf(timeMs),
    data,
  }
  life.underWay.put(arrivesAtMs, event)
  if (life.random.chance(life.world.retryShare))
    life.underWay.put(arrivesAtMs + life.random.between(secondMs, hourMs), event)
  return event
}

/** When something said now arrives over a network that works. */
export function atOnce(nowMs: number, random: Random): number {
  return nowMs + random.between(300, 20 * secondMs)
}

/** When something arrives that a site says now: at once, or after its line is up again. */
export function fromSite(nowMs: number, random: Random): number {
  return random.chance(rates.siteOffline) ? backOnlineMs(nowMs, random) : atOnce(nowMs, random)
}

/** When a sender that has just lost its network has it again. */
export function backOnlineMs(nowMs: number, random: Random): number {
  const minutes = random.chance(rates.offlineForDays) ? random.between(3000, 6600) : random.between(90, 2400)
  return nowMs + minutes * minuteMs
}

/** When something said on the road arrives: with all else the truck has to tell, once it is in reach again. */
export function fromTruck(nowMs: number, offlineUntilMs: number, random: Random): number {
  return offlineUntilMs > nowMs ? offlineUntilMs + random.between(0, 30) * secondMs : atOnce(nowMs, random)
}
