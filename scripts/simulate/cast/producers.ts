import type { Random } from '../random.ts'
import { Weighted } from '../weighted.ts'
import type { Region } from './geography.ts'
import { numbered, placeNear, type Site } from './site.ts'
import { type Origin, type WasteSort, wasteSorts } from './wastes.ts'

/** A site that makes waste. */
export interface Producer extends Site {
  readonly origin: Exclude<Origin, 'plant'>
  readonly wastes: Weighted<WasteSort>
  /** It keeps what it makes in lots, and its declarations take from them. */
  readonly keepsLots: boolean
}

const titles: Readonly<Record<Producer['origin'], readonly string[]>> = {
  household: ['APC de', 'EPIC de propreté de', 'Marché de gros de'],
  industry: ['Zone industrielle de', 'Cimenterie de', 'Atelier mécanique de', 'Laiterie de', 'Tréfilerie de'],
  healthcare: ['CHU de', 'EPH de', 'Clinique de', 'EPSP de'],
}

const origins: readonly Producer['origin'][] = ['household', 'industry', 'healthcare', 'industry']

export function castProducers(count: number, regions: Weighted<Region>, random: Random): Producer[] {
  return Array.from({ length: count }, (_, index) => {
    const origin = origins[index % origins.length] ?? 'household'
    const region = regions.draw(random)
    const id = numbered(`S-${region.wilaya}`, index + 1, 4)
    return {
      id,
      organisation: numbered('O', index + 1, 4),
      name: `${random.pick(titles[origin])} ${region.name}`,
      region,
      place: placeNear(region, random),
      source: `/sites/${id}`,
      origin,
      wastes: wastesOf(origin, random),
      keepsLots: origin === 'industry' && index % 8 === 1,
    }
  })
}

/** A town has all the wastes of a town; a factory has a few. */
function wastesOf(origin: Producer['origin'], random: Random): Weighted<WasteSort> {
  const possible = new Weighted(
    wasteSorts.filter(sort => sort.origin === origin),
    sort => sort.weight,
  )
  const own = new Set<WasteSort>()
  for (let draw = 0; draw < (origin === 'industry' ? 4 : 12); draw++) own.add(possible.draw(random))
  return new Weighted([...own], sort => sort.weight)
}
