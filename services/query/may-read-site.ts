import type { KeyRecord } from '@athar/infra/key-store/port.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { holdersOfSites } from './directory/directory-documents.ts'

/** Whether a key may read what is about a site: a party those of its organisations, every other role all of them. */
export async function mayReadSite(directory: ViewReader, key: KeyRecord, site: string): Promise<boolean> {
  if (key.role !== 'party') return true
  const holder = (await holdersOfSites(directory, [site])).get(site)
  return holder !== undefined && key.organisations.has(holder) // a site that nobody has registered is nobody's
}
