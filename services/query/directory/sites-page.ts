import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { directoryIndex, type SiteKind } from '@athar/projections/directory/directory-projection.ts'
import type { SiteDocument } from '@athar/projections/directory/documents.ts'
import { keysBeginning, nameKey } from '@athar/projections/sort-keys.ts'
import type { Page, PageWanted } from '../http/page.ts'
import { walk } from '../walk.ts'
import { type SiteSummary, siteSummary } from './directory-answers.ts'

/** Which sites are asked for: those that fit all of it. */
export interface SitesQuery {
  readonly wilaya?: string | undefined
  readonly organisation?: string | undefined
  readonly kind?: SiteKind | undefined
  /** How the name begins, without regard to capitals and accents. */
  readonly name?: string | undefined
}

/** Sites in order of name. */
export function sitesPage(directory: ViewReader, query: SitesQuery, wanted: PageWanted): Promise<Page<SiteSummary>> {
  const range = query.name === undefined ? {} : keysBeginning(nameKey(query.name))
  const pick = (_key: string, json: string) => {
    const site = JSON.parse(json) as SiteDocument // only sites are in these indexes
    return fits(site, query) ? siteSummary(site) : undefined
  }
  return walk(directory, { indexes: [narrowestIndex(query)], ...range, pick }, wanted)
}

/** An organisation has some sites, a wilaya some thousand, a kind a good part of all. */
function narrowestIndex({ organisation, wilaya, kind }: SitesQuery): string {
  if (organisation !== undefined) return directoryIndex.sitesOf(organisation)
  if (wilaya !== undefined) return directoryIndex.sitesInWilaya(wilaya)
  return kind === undefined ? directoryIndex.sites : directoryIndex.sitesOfKind(kind)
}

function fits({ registered: { data } }: SiteDocument, { wilaya, kind }: SitesQuery): boolean {
  return (wilaya === undefined || data.wilaya === wilaya) && (kind === undefined || data.kinds.includes(kind))
}
