import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import type { LotPlace } from '@athar/projections/lineage/lot-place.ts'
import { notFound } from '../http/not-found.ts'
import { invalidParameter } from '../http/parameter.ts'
import type { LotReader } from './lot-reader.ts'

type Readable = (sites: readonly string[]) => Promise<readonly string[]>

/**
 * The lot that is asked for. Throws a `Refusal` when there is none that may be read, and when it is at several sites and
 * nobody has said at which: each is a lot of its own.
 *
 * @param readable of these sites, those at which the one who asks may read the lot.
 */
export async function findLot(
  reader: LotReader,
  { lot, site }: { readonly lot: string; readonly site?: string | undefined },
  readable: Readable,
): Promise<LotPlace> {
  const sites =
    site === undefined
      ? await readableSitesOf(reader, lot, readable)
      : await readable((await reader.isAt({ lot, site })) ? [site] : [])
  const [only, ...others] = sites
  if (only === undefined) throw notFound('lot', lot)
  if (others.length > 0) throw invalidParameter('site', phrase('site-of-lot', { sites: sites.join(', ') }))
  return { lot, site: only }
}

/** The sites at which a lot may be read, in order of name: all of them when there is at most one, else enough to choose from. */
async function readableSitesOf(reader: LotReader, lot: string, readable: Readable): Promise<readonly string[]> {
  const found: string[] = []
  let searched = 0
  for await (const sites of reader.sitesOf(lot, limits.lotSitesMax)) {
    found.push(...(await readable(sites)))
    searched += sites.length
    if (found.length > 1 || searched >= limits.lotSitesSearchedMax) break
  }
  return found.sort()
}
