import { phrase } from '@athar/events/phrases.ts'
import { everyRole, readingAllRoles } from '@athar/http/authentication.ts'
import { forRoles } from '@athar/http/openapi/operation.ts'
import type { KeyRecord, KeyRole } from '@athar/infra/key-store/port.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import { ownSites } from '../own-sites.ts'
import { notFound } from './not-found.ts'
import { invalidParameter } from './parameter.ts'

/** Who may read something. */
export interface Readers<Asked = unknown> {
  /** Keys of other roles are turned away before anything is looked at. */
  readonly roles: readonly KeyRole[]
  readonly description: string
  /** Looks closer, within the snapshot: throws a `Refusal` when this key may not read this. */
  readonly check?: (asked: Asked) => Promise<void>
}

/** What is about everybody: for those who read what everybody said. */
export const readersOfEverything: Readers = { roles: readingAllRoles, description: forRoles(readingAllRoles) }

/** What concerns nobody in particular: for every key. */
export const everyReader: Readers = { roles: everyRole, description: forRoles(everyRole) }

/** Every key, and a party only its part, which the read itself sees to: `description` says which part that is. */
export function readersOfTheirPart(description: string): Readers {
  return { roles: everyRole, description: `${forRoles(everyRole)} ${description}` }
}

/**
 * Every key, and a party only what `check` lets pass: it refuses with `notFound`. Say of its parameter what it looks at:
 * `(asked: { readonly key: KeyRecord; … }) => …`.
 */
function partiesWith<Asked>(description: string, check: (asked: Asked) => Promise<void>): Readers<Asked> {
  return { roles: everyRole, description: `${forRoles(everyRole)} ${description}`, check }
}

interface AskedByKey {
  readonly key: KeyRecord
  readonly views: { readonly directory: ViewReader }
}

/** What is about the site that the path names: a party reads that of its own sites. */
export function holderOfSiteInPath<Name extends string>(
  name: Name,
): Readers<AskedByKey & { readonly path: Readonly<Record<Name, string>> }> {
  return partiesWith('A party reads this of the sites of its organisations.', ({ key, views, path }) =>
    requireSite(key, views.directory, path[name]),
  )
}

/** What is about the site that a query parameter names: a party has to name one of its own. */
export function holderOfSiteInQuery<Name extends string>(
  name: Name,
): Readers<AskedByKey & { readonly query: Readonly<Record<Name, string | undefined>> }> {
  return partiesWith(`A party names a site of its organisations in \`${name}\`.`, async ({ key, views, query }) => {
    if (key.role !== 'party') return
    const site = query[name]
    if (site === undefined) throw invalidParameter(name, phrase('own-site'))
    await requireSite(key, views.directory, site)
  })
}

async function requireSite(key: KeyRecord, directory: ViewReader, site: string): Promise<void> {
  if (!(await ownSites(directory, key, [site])).has(site)) throw notFound('site', site)
}
