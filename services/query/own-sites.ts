import type { KeyRecord } from '@athar/infra/key-store/port.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { holdersOfSites } from './directory/directory-documents.ts'

/**
 * Which of these sites a key stands for: a party for those of its organisations, every other role for all. A site that
 * nobody has registered is nobody's.
 */
export async function ownSites(
  directory: ViewReader,
  key: KeyRecord,
  sites: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const asked = new Set(sites)
  if (key.role !== 'party') return asked
  const holders = await holdersOfSites(directory, [...asked])
  return new Set([...holders].filter(([, holder]) => key.organisations.has(holder)).map(([site]) => site))
}
