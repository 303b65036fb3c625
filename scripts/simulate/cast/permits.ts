import type { DirectoryPayloads } from '@athar/events/directory/schema.ts'
import { dayMs, dayOf } from '../algiers-time.ts'
import type { Random } from '../random.ts'
import type { Carrier } from './carriers.ts'
import type { Plant } from './plants.ts'
import { numbered } from './site.ts'

type Grant = DirectoryPayloads['waste.permit.granted']

/** A permit of the first day. */
export interface CastPermit {
  readonly id: string
  readonly grant: Grant
}

/** Five years, as decree 09-19 gives to collectors. */
const permitDays = 5 * 365

/** The chapters of the wastes that carriers of a trade may carry. */
const chapters: Readonly<Record<Carrier['carries'], readonly string[]>> = {
  household: ['20'],
  industry: ['05', '07', '08', '10', '11', '13', '14', '15', '16', '17', '19'],
  healthcare: ['18'],
}

export function castPermits(
  carriers: readonly Carrier[],
  plants: readonly Plant[],
  startMs: number,
  random: Random,
): CastPermit[] {
  const grants: Grant[] = []
  for (const carrier of carriers) {
    const granted = { holder: { organisation: carrier.id }, wastes: [...chapters[carrier.carries]] }
    if (carrier.carries === 'household')
      grants.push({ ...granted, kind: 'collection', ...validity('in-force', startMs, random) })
    else if (carrier.permit !== 'none')
      grants.push({ ...granted, kind: 'transport', ...validity(carrier.permit, startMs, random) })
  }
  for (const plant of plants)
    grants.push({
      holder: { site: plant.id },
      kind: 'treatment',
      wastes: [...new Set(plant.kind.lines.flatMap(line => line.codes))],
      operations: [...new Set(plant.kind.lines.map(line => line.operation))],
      ...validity(plant.permit, startMs, random),
      capacityKg: random.between(1, 200) * 1_000_000,
    })
  return grants.map((grant, index) => ({ id: permitId(index + 1), grant }))
}

/** The same permit, granted anew for five years from a day on. */
export function grantAnew(grant: Grant, fromMs: number): Grant {
  return { ...grant, validFrom: dayOf(fromMs), validTo: dayOf(fromMs + permitDays * dayMs) }
}

function permitId(number: number): string {
  return numbered('P', number, 4)
}

function validity(standing: 'in-force' | 'expired', startMs: number, random: Random) {
  const age = standing === 'expired' ? permitDays + random.between(2, 200) : random.between(1, permitDays - 30)
  const fromMs = startMs - age * dayMs
  return { validFrom: dayOf(fromMs), validTo: dayOf(fromMs + permitDays * dayMs) }
}
