import type { Language } from '@athar/events/language.ts'
import type { ViewReader } from '@athar/infra/view-store/port.ts'
import type { AlertKind } from '@athar/projections/alerts/alert-kinds.ts'
import { siteDocuments } from '../directory/directory-documents.ts'

/** Which alerts are asked for: those that fit all of it. */
export interface AlertsQuery {
  readonly kinds: readonly AlertKind[]
  readonly site?: string | undefined
  readonly wilaya?: string | undefined
  /** What is so now; otherwise deadlines that have not run out. */
  readonly open: boolean
  readonly nowMs: number
  readonly language: Language
}

/** The views that alerts follow from. */
export interface AlertViews {
  readonly alerts: ViewReader
  readonly directory: ViewReader
  readonly lineage: ViewReader
  readonly 'mass-ledger': ViewReader
}

/** Which sites fit a query, each looked up once. */
export class FittingSites {
  readonly #directory: ViewReader
  readonly #query: Pick<AlertsQuery, 'site' | 'wilaya'>
  readonly #wilayas = new Map<string, string | undefined>()

  constructor(directory: ViewReader, query: Pick<AlertsQuery, 'site' | 'wilaya'>) {
    this.#directory = directory
    this.#query = query
  }

  /** Looks up what is not known yet: `fits` may be asked of these sites then. */
  async lookUp(sites: Iterable<string | undefined>): Promise<void> {
    if (this.#query.wilaya === undefined) return
    const unknown = [...new Set(sites)].filter(site => site !== undefined).filter(site => !this.#wilayas.has(site))
    for (const site of unknown) this.#wilayas.set(site, undefined) // it is not registered, unless found here
    for (const { registered } of await siteDocuments(this.#directory, unknown))
      this.#wilayas.set(registered.subject, registered.data.wilaya)
  }

  /** What concerns no site that is known fits only when nothing is asked of sites. */
  fits(site: string | undefined): boolean {
    if (this.#query.site !== undefined && site !== this.#query.site) return false
    return this.#query.wilaya === undefined || (site !== undefined && this.#wilayas.get(site) === this.#query.wilaya)
  }
}
