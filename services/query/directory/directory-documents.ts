import type { PermitHolder } from '@athar/events/directory/directory.ts'
import type { IndexPlace, ViewReader } from '@athar/infra/view-store/port.ts'
import { directoryIndex } from '@athar/projections/directory/directory-projection.ts'
import {
  directoryKey,
  holderOf,
  type OrganisationDocument,
  type PermitDocument,
  type SiteDocument,
} from '@athar/projections/directory/documents.ts'

/** What reads fetch of the directory. A site, a permit, an organisation that nobody has registered is not in the answers. */

/** Entries that are asked for at once. */
const pageLimit = 1_000

export async function organisationDocument(
  directory: ViewReader,
  organisation: string,
): Promise<OrganisationDocument | undefined> {
  const [document] = await documentsOf<OrganisationDocument>(directory, [directoryKey('organisation', organisation)])
  return document
}

export async function siteDocuments(directory: ViewReader, sites: readonly string[]): Promise<readonly SiteDocument[]> {
  return documentsOf(
    directory,
    sites.map(site => directoryKey('site', site)),
  )
}

/** The organisation that holds each of these sites, by site. */
export async function holdersOfSites(
  directory: ViewReader,
  sites: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const documents = await siteDocuments(directory, sites)
  return new Map(documents.map(document => [document.registered.subject, holderOf(document)]))
}

/** The sites that an organisation holds, in order of name: no more than `limit` of them. */
export async function sitesHeldBy(
  directory: ViewReader,
  organisation: string,
  limit: number,
): Promise<readonly string[]> {
  const { entries } = await directory.list(directoryIndex.sitesOf(organisation), { limit })
  return entries.map(({ key }) => key.slice(directoryKey('site', '').length))
}

/** Every permit that was granted to a holder, in force or not, in order of its name. */
export async function permitsGrantedTo(
  directory: ViewReader,
  holder: PermitHolder,
): Promise<readonly PermitDocument[]> {
  const keys: string[] = []
  let after: IndexPlace | undefined
  do {
    const page = await directory.list(directoryIndex.permitsOf(holder), { limit: pageLimit, ...(after && { after }) })
    keys.push(...page.entries.map(({ key }) => key))
    after = page.next
  } while (after !== undefined)
  return documentsOf(directory, keys)
}

/** The permits under these keys, in their order. */
export async function permitDocuments(
  directory: ViewReader,
  keys: readonly string[],
): Promise<readonly PermitDocument[]> {
  return documentsOf(directory, keys)
}

async function documentsOf<Document>(directory: ViewReader, keys: readonly string[]): Promise<readonly Document[]> {
  const found = await directory.get(keys)
  // The fold of the directory has written them, and the key says of which kind.
  return keys.flatMap(key => {
    const json = found.get(key)
    return json === undefined ? [] : [JSON.parse(json) as Document]
  })
}
