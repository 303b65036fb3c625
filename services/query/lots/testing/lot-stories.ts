import { plant, producer } from '@athar/events/testing/cast.ts'
import { declared, pickedUp, received } from '@athar/events/testing/movement-events.ts'
import type { LineageAnswer } from '../lineage-schema.ts'

/** A movement from a producer to the plant, all of which the plant accepts as a lot that is called as the movement. */
export function brought(
  movement: string,
  kg: number,
  { from = producer.site, to = plant.site, lots = [] }: { from?: string; to?: string; lots?: readonly string[] } = {},
) {
  const named = { subject: movement }
  return [
    declared(
      {
        fromSite: from,
        toSite: to,
        kg,
        ...(lots.length > 0 && { lots: lots.map(lot => ({ lot, kg: kg / lots.length })) }),
      },
      { ...named, id: `declared-${movement}` },
    ),
    pickedUp({}, { ...named, id: `picked-up-${movement}` }),
    received({ site: to, netKg: kg, acceptedKg: kg }, { ...named, id: `received-${movement}` }),
  ]
}

/** `movement S-PRODUCER MV-1: 1000 kg, 0.5`, in the order of the answer. */
export function told(ends: LineageAnswer['origins'] | LineageAnswer['fates']): readonly string[] {
  return (ends ?? []).map(({ kg, share, ...end }) => `${Object.values(end).join(' ')}: ${kg} kg, ${share}`)
}
