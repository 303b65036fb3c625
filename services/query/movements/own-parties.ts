import { phrase } from '@athar/events/phrases.ts'
import type { Party } from '@athar/events/speaking.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { holdersOfSites, sitesHeldBy } from '../directory/directory-documents.ts'
import { invalidParameter } from '../http/parameter.ts'

/** Parties whose movements are walked as one list. Who stands for more names the site that he asks about. */
const ownPartiesMax = 200

/** The parties that a list is asked about. */
export interface AskedParties {
  readonly site?: string | undefined
  readonly carrier?: string | undefined
}

/**
 * The parties whose movements hold all that these organisations may read of what is asked: the one asked about when it is
 * theirs, else themselves as carriers, and every site that they hold. Throws a `Refusal` when those are too many.
 */
export async function ownParties(
  directory: ViewReader,
  organisations: ReadonlySet<string>,
  { site, carrier }: AskedParties,
): Promise<readonly Party[]> {
  if (site !== undefined) {
    const holder = (await holdersOfSites(directory, [site])).get(site)
    if (holder !== undefined && organisations.has(holder)) return [`site:${site}`]
  }
  if (carrier !== undefined && organisations.has(carrier)) return [`carrier:${carrier}`]

  const parties: Party[] = []
  for (const organisation of organisations) {
    parties.push(`carrier:${organisation}`)
    const sites = await sitesHeldBy(directory, organisation, ownPartiesMax)
    for (const own of sites) parties.push(`site:${own}`)
    if (parties.length > ownPartiesMax)
      throw invalidParameter('site', phrase('one-of-own-sites', { max: ownPartiesMax }))
  }
  return parties
}
