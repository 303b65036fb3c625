import type { Random } from '../random.ts'
import type { Region } from './geography.ts'

/** WGS 84, decimal degrees. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

/** A place in the cast: where waste is made, stored or treated. */
export interface Site {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly region: Region
  readonly place: Place
  /** What its events come from, as CloudEvents `source`. */
  readonly source: string
}

/** Numbers as people write them on papers: `0042`. */
export function numbered(prefix: string, number: number, digits: number): string {
  return `${prefix}-${String(number).padStart(digits, '0')}`
}

/** Somewhere within a few dozen kilometres of the chief town, to four decimals. */
export function placeNear(region: Region, random: Random): Place {
  return { lat: offset(region.lat, random), lon: offset(region.lon, random) }
}

function offset(degrees: number, random: Random): number {
  return Math.round(degrees * 10_000 + random.between(-1500, 1500)) / 10_000
}
