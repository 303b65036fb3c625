import type { Random } from '../random.ts'
import type { Weighted } from '../weighted.ts'
import type { Region } from './geography.ts'
import { numbered } from './site.ts'
import type { Origin } from './wastes.ts'

export interface Vehicle {
  readonly plates: readonly string[]
  readonly tareGrams: number
}

/** An organisation that carries waste. */
export interface Carrier {
  readonly id: string
  readonly name: string
  readonly region: Region
  /** Whose waste it carries; what plants leave behind goes with those of industry. */
  readonly carries: Exclude<Origin, 'plant'>
  readonly vehicles: readonly Vehicle[]
  readonly drivers: readonly string[]
  /** How its permit to carry stands on the first day. */
  readonly permit: 'in-force' | 'expired' | 'none'
  readonly source: string
}

const familyNames = [
  'Mitidja',
  'Atlas',
  'Hodna',
  'Titteri',
  'Ouarsenis',
  'Djurdjura',
  'Soummam',
  'Aurès',
  'Zibans',
  'Dahra',
]

/** Five carriers are enough for every trade. */
const trades: readonly Carrier['carries'][] = ['household', 'industry', 'healthcare', 'industry', 'household']

export function castCarriers(count: number, regions: Weighted<Region>, random: Random): Carrier[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `C-${101 + index}`
    const carries = trades[index % trades.length] ?? 'household'
    const region = regions.draw(random)
    return {
      id,
      name: `Transports ${random.pick(familyNames)} ${index + 1}, ${region.name}`,
      region,
      carries,
      vehicles: Array.from({ length: random.between(3, 12) }, () => castVehicle(region, random)),
      drivers: Array.from({ length: 6 }, (_, driver) => numbered(`person-${id}`, driver + 1, 2)),
      permit: carries === 'household' ? 'none' : permitOf(index),
      source: `/carriers/${id}`,
    }
  })
}

/** By index, not by chance: every cast of nine has somebody whose permit has run out, and somebody who never had one. */
function permitOf(index: number): Carrier['permit'] {
  if (index % 25 === 6) return 'expired'
  return index % 50 === 8 ? 'none' : 'in-force'
}

/** `00123-118-16`: serial, category 1 and year 18, wilaya of registration. Some pull a trailer. */
function castVehicle(region: Region, random: Random): Vehicle {
  const plates = [plate(3, region, random)]
  if (random.chance(0.25)) plates.push(plate(8, region, random))
  return { plates, tareGrams: random.between(160, 720) * 20_000 }
}

function plate(category: number, region: Region, random: Random): string {
  const serial = String(random.between(1, 99_999)).padStart(5, '0')
  const year = String(random.between(5, 26)).padStart(2, '0')
  return `${serial}-${category}${year}-${region.wilaya}`
}
