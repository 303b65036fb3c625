import { eachParty, type Movement } from './movement.ts'

/**
 * Whether one of some organisations has a part in a movement, and so may read it: as a carrier, or as the holder of one of
 * its sites. `holdersOf` answers who holds these sites, as far as that is known.
 */
export async function haveAPart(
  organisations: ReadonlySet<string>,
  movement: Movement,
  holdersOf: (sites: readonly string[]) => Promise<Iterable<string | undefined>>,
): Promise<boolean> {
  const sites = new Set<string>()
  let isCarrier = false
  eachParty(movement, (kind, name) => {
    if (kind === 'site') sites.add(name)
    else isCarrier ||= organisations.has(name)
  })
  if (isCarrier) return true
  for (const holder of await holdersOf([...sites])) if (holder !== undefined && organisations.has(holder)) return true
  return false
}
