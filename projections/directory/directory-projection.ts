import type { PermitHolder } from '@athar/events/directory/directory.ts'
import type { DirectoryPayloads } from '@athar/events/directory/schema.ts'
import type { IndexEntry, Projection } from '../projection.ts'
import { nameKey } from '../sort-keys.ts'
import { directoryFold } from './directory-fold.ts'
import { type DirectoryDocument, holderOf, type PermitDocument, type SiteDocument } from './documents.ts'

export type SiteKind = DirectoryPayloads['waste.site.registered']['kinds'][number]
export const siteKinds = ['producer', 'storage', 'treatment', 'landfill'] as const satisfies readonly SiteKind[]

/** The indexes of the directory. Those of sites are ordered by name (`nameKey`), those of permits by the name of the permit. */
export const directoryIndex = {
  sites: 'directory:sites',
  sitesInWilaya: (wilaya: string) => `directory:sites:wilaya:${wilaya}`,
  sitesOf: (organisation: string) => `directory:sites:organisation:${organisation}`,
  sitesOfKind: (kind: SiteKind) => `directory:sites:kind:${kind}`,
  permitsOf: (holder: PermitHolder) =>
    'site' in holder
      ? `directory:permits:site:${holder.site}`
      : `directory:permits:organisation:${holder.organisation}`,
  /** Permits that say how much may be held: what is stored is measured against them. */
  permitsWithCapacity: 'directory:permits:capacity',
} as const

/** Where sites and permits are found. Organisations are asked for by their name only. */
export const directoryProjection: Projection = {
  name: 'directory',
  version: 1,
  fold: directoryFold,
  indexes(_key, document) {
    const known = document as DirectoryDocument // the fold of the directory sets nothing else
    if (known.kind === 'site') return entriesOfSite(known)
    return known.kind === 'permit' ? entriesOfPermit(known) : []
  },
}

function entriesOfSite(site: SiteDocument): readonly IndexEntry[] {
  const { name, wilaya, kinds } = site.registered.data
  const sort = nameKey(name)
  const indexes = new Set([
    directoryIndex.sites,
    directoryIndex.sitesInWilaya(wilaya),
    directoryIndex.sitesOf(holderOf(site)),
    ...kinds.map(directoryIndex.sitesOfKind), // a kind may be named twice
  ])
  return [...indexes].map(index => ({ index, sort }))
}

/** A permit that was stopped before its grant came belongs to nobody yet. */
function entriesOfPermit({ granted }: PermitDocument): readonly IndexEntry[] {
  if (granted === undefined) return []
  const sort = granted.subject
  const entries: IndexEntry[] = [{ index: directoryIndex.permitsOf(granted.data.holder), sort }]
  if (granted.data.capacityKg !== undefined) entries.push({ index: directoryIndex.permitsWithCapacity, sort })
  return entries
}
