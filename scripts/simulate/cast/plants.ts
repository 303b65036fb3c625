import type { Random } from '../random.ts'
import { Weighted } from '../weighted.ts'
import type { Region } from './geography.ts'
import { type PlantKind, plantKinds } from './plant-kinds.ts'
import { numbered, placeNear, type Site } from './site.ts'

/** A site that receives, stores and treats waste. */
export interface Plant extends Site {
  readonly kind: PlantKind
  /** How its permit to treat stands on the first day. */
  readonly permit: 'in-force' | 'expired'
}

/** One plant of each kind at least. */
export const plantsMin = plantKinds.length

export function castPlants(
  count: number,
  regions: Weighted<Region>,
  organisationsBefore: number,
  random: Random,
): Plant[] {
  const kinds = new Weighted(plantKinds, kind => kind.weight)
  const counts = new Map<PlantKind, number>()
  return Array.from({ length: count }, (_, index) => {
    const kind = plantKinds[index] ?? kinds.draw(random)
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const region = regions.draw(random)
    const id = numbered(kind.prefix, number, 3)
    return {
      id,
      organisation: numbered('O', organisationsBefore + index + 1, 4),
      name: `${kind.title} ${region.name}`,
      region,
      place: placeNear(region, random),
      source: `/sites/${id}`,
      kind,
      permit: index % 40 === 19 ? 'expired' : 'in-force',
    }
  })
}
