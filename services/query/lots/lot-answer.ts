import { limits } from '@athar/events/limits.ts'
import { subjectOf } from '@athar/projections/custody/documents.ts'
import { type LotPart, partsOfLot } from '@athar/projections/lineage/lot-node.ts'
import type { LotPlace } from '@athar/projections/lineage/lot-place.ts'
import { sumOf } from '@athar/projections/lineage/node.ts'
import type { z } from 'zod'
import { kgOf } from '../kilograms.ts'
import { aboutLot, type LotReader } from './lot-reader.ts'
import type { lotSchema } from './lot-schema.ts'

type LotAnswer = z.infer<typeof lotSchema>

/** What is known of one lot. Reads no document but its own: the index says of the others what there is to say. */
export async function lotAnswer(
  reader: LotReader,
  place: LotPlace,
  { partsMax = limits.lotPartsMax, shownMax = limits.pageItemsMax }: { partsMax?: number; shownMax?: number } = {},
): Promise<LotAnswer> {
  const { lot, site } = place
  await reader.fetch(aboutLot(lot))
  const { entries, areAll } = await reader.entries(place, partsMax)
  const parts = partsOfLot(place, { entries, namesake: reader.namesake(lot), document: reader.lotDocument(lot) })
  const given = parts.filter(({ grams }) => grams > 0)
  const taken = parts.filter(({ grams }) => grams < 0)
  const truncated = !areAll || given.length > shownMax || taken.length > shownMax
  const inGrams = sumOf(given)
  const outGrams = -sumOf(taken)
  return {
    lot,
    site,
    ...(parts[0] && { code: parts[0].code }),
    ...(areAll && { kg: { in: kgOf(inGrams), out: kgOf(outGrams), left: kgOf(inGrams - outGrams) } }),
    from: given.slice(0, shownMax).map(partAnswer),
    to: taken.slice(0, shownMax).map(partAnswer),
    ...(truncated && { truncated }),
  }
}

function partAnswer({ key, by, code, grams, atMs }: LotPart): LotAnswer['from'][number] {
  const time = new Date(atMs).toISOString()
  const said = { code, kg: kgOf(Math.abs(grams)), time }
  if (key === undefined) return { kind: by ?? 'adjustment', ...said }
  return { kind: key.startsWith('movement/') ? 'movement' : 'treatment', name: subjectOf(key), ...said }
}
