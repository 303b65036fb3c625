import type { DirectoryPayloads } from '@athar/events/directory/schema.ts'
import { dayMs, dayNumberOf, dayStartMs, minuteMs } from '../algiers-time.ts'
import { grantAnew } from '../cast/permits.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import { atOnce, tell } from './tell.ts'

/** What somebody may do, under the permit that says so now. */
export interface HeldPermit {
  id: string
  grant: DirectoryPayloads['waste.permit.granted']
  stopped: boolean
}

/** An inspection has a consequence. */
export interface StopDue {
  readonly kind: 'stop'
}

/** A permit is granted anew, because it had been stopped or because it runs out. */
export interface GrantDue {
  readonly kind: 'grant'
  readonly permit: HeldPermit
  readonly because: 'stopped' | 'runs out'
}

const source = '/authority'

/** A permit is renewed so long before it runs out. */
const renewalAheadMs = 20 * dayMs

/** Every permit in force on the first day will be renewed; the holders of those that have run out do not notice. */
export function scheduleRenewals(life: Life): void {
  for (const permit of life.permits)
    if (Date.parse(permit.grant.validTo) > life.world.startMs) scheduleRenewal(life, permit, life.world.startMs)
}

function scheduleRenewal(life: Life, permit: HeldPermit, nowMs: number): void {
  const renewedMs = Math.max(nowMs, Date.parse(permit.grant.validTo) - renewalAheadMs)
  life.actions.put(renewedMs, { kind: 'grant', permit, because: 'runs out' })
}

/** About once a day a permit is suspended or withdrawn from the next morning on; it is granted anew after a while. */
export function stopPermit(life: Life, due: StopDue, nowMs: number): void {
  const { random } = life
  const permit = random.pick(life.permits)
  if (!permit.stopped && Date.parse(permit.grant.validTo) > nowMs) {
    permit.stopped = true
    const withdrawn = random.chance(rates.permitWithdrawn)
    const type = withdrawn ? 'waste.permit.withdrawn' : 'waste.permit.suspended'
    const from = life.clock.timeOf(dayStartMs(dayNumberOf(nowMs) + 1))
    const data = { reason: random.pick(withdrawn ? withdrawals : suspensions), from }
    tell(life, { type, source, subject: permit.id, timeMs: nowMs, data }, atOnce(nowMs, random))
    life.actions.put(nowMs + random.between(5, 15) * dayMs, { kind: 'grant', permit, because: 'stopped' })
  }
  const nextMs = nowMs + random.between(500, 1200) * minuteMs
  if (nextMs < life.closesAtMs) life.actions.put(nextMs, due)
}

const suspensions = ['mise en demeure restée sans suite', 'registre non tenu', 'capacité dépassée']
const withdrawals = ['cessation d’activité', 'stockage non autorisé constaté', 'إخلال جسيم بشروط الرخصة']

export function grantPermit(life: Life, { permit, because }: GrantDue, nowMs: number): void {
  if (nowMs >= life.closesAtMs) return
  permit.id = life.numbering.next('P', nowMs)
  permit.grant = grantAnew(permit.grant, nowMs)
  permit.stopped = false
  const statement = {
    type: 'waste.permit.granted',
    source,
    subject: permit.id,
    timeMs: nowMs,
    data: permit.grant,
  } as const
  tell(life, statement, atOnce(nowMs, life.random))
  if (because === 'runs out') scheduleRenewal(life, permit, nowMs)
}
