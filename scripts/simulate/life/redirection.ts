import { hourMs, minuteMs } from '../algiers-time.ts'
import type { Site } from '../cast/site.ts'
import { rates } from '../rates.ts'
import type { Life } from './life.ts'
import type { Load } from './load.ts'
import { atOnce, tell } from './tell.ts'

/** A refused load goes to another plant, or back to where it came from: a second leg. */
export function redirect(life: Life, load: Load, nowMs: number): void {
  const { random } = life
  const refusedAt = load.to
  const to = nextSite(life, load)
  const data = { fromSite: refusedAt.id, toSite: to.id, reason: random.pick(reasons) }
  const { source } = refusedAt
  const statement = { type: 'waste.movement.redirected', source, subject: load.subject, timeMs: nowMs, data } as const
  tell(life, statement, atOnce(nowMs, random))
  load.to = to
  load.leg += 1
  load.step = 'arrive'
  life.actions.put(nowMs + random.between(3, 15) * hourMs + random.between(0, 59) * minuteMs, load)
}

const reasons = [
  'chargement refusé, orienté vers un autre site',
  'site saturé',
  'ligne arrêtée jusqu’à jeudi',
  'إعادة التوجيه بعد رفض الحمولة',
]

function nextSite(life: Life, load: Load): Site {
  const others = life.world.routes.plantsNear(load.sort.code, load.from.region, load.taken !== undefined)
  const { diversion } = load
  // A stray load may be refused where it was diverted from: then it goes anywhere but where it was diverted to.
  const diverted = diversion?.from.id === load.to.id ? diversion.to.id : undefined
  const other = others.find(plant => plant.id !== load.to.id && plant.id !== diverted)
  return other === undefined || life.random.chance(rates.returned) ? load.from : other
}
