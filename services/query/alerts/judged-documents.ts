import { codeLists } from '@athar/events/codes/code-lists.ts'
import { documentAlerts } from '@athar/projections/alerts/alerts-projection.ts'
import type { DocumentAlert } from '@athar/projections/alerts/document-alert.ts'
import type { CustodyDocument } from '@athar/projections/custody/documents.ts'

interface Judged {
  readonly json: string
  readonly alerts: readonly DocumentAlert[]
}

/** Documents that are remembered, some 3 kB each: a few dozen pages, which are looked at again and again. */
const rememberedMax = 5_000

/**
 * What is wrong with documents. To read and to judge the hundred documents of a page is a third of what the page costs, and
 * hardly any of them has changed when the page is asked for again: what was found is remembered with the text it was found in.
 */
export class JudgedDocuments {
  readonly #judged = new Map<string, Judged>()

  /** The alerts of the document of a key, which is JSON. */
  alertsOf(key: string, json: string): readonly DocumentAlert[] {
    const known = this.#judged.get(key)
    if (known?.json === json) return known.alerts
    const alerts = documentAlerts(JSON.parse(json) as CustodyDocument, codeLists) // the fold of custody wrote it
    this.#remember(key, { json, alerts })
    return alerts
  }

  #remember(key: string, judged: Judged): void {
    this.#judged.delete(key) // the newest stand last
    this.#judged.set(key, judged)
    if (this.#judged.size <= rememberedMax) return
    for (const oldest of this.#judged.keys()) {
      this.#judged.delete(oldest)
      return
    }
  }
}
