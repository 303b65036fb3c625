import type { Position } from '@athar/events/envelope.ts'
import type { Link } from '@athar/infra/event-log/sqlite/links.ts'
import { evolve, newStream } from '@athar/ledger/fold.ts'
import type { HotStream } from '@athar/ledger/stream-cache.ts'
import type { ReadableEvent } from './event-check.ts'
import type { Findings } from './finding.ts'

/** Folds streams as the ledger does, each until its last event: revisions dense, ids once, and a state that evolves. */
export class OpenStreams {
  readonly #findings: Findings
  readonly #open = new Map<string, HotStream>()

  constructor(findings: Findings) {
    this.#findings = findings
  }

  take(position: Position, link: Link, { recorded, family, event }: ReadableEvent): void {
    const name = nameOf(link)
    let hot = this.#open.get(name)
    if (hot === undefined) {
      hot = newStream(family)
      this.#open.set(name, hot)
    }
    if (recorded.revision !== hot.revision + 1) {
      this.#findings.add(
        position,
        'revision',
        `it is revision ${recorded.revision} of ${recorded.stream}, after revision ${hot.revision}`,
      )
      hot.revision = recorded.revision - 1 // told once: what follows is judged by this one
    }
    const known = hot.ids.indexOf(event.id)
    if (known !== -1) this.#findings.add(position, 'revision', `its id ${event.id} occurs in ${recorded.stream} before`)
    try {
      evolve(hot, family, event)
    } catch (error) {
      this.#findings.add(
        position,
        'fold',
        `${recorded.stream} does not fold: ${error instanceof Error ? error.message : error}`,
      )
    }
  }

  /** The last event of the stream has been taken. */
  letGo(link: Link): void {
    this.#open.delete(nameOf(link))
  }
}

/** By the key and not by the name: it is the key that says where a stream ends. */
function nameOf({ key }: Link): string {
  return `${key[0]}-${key[1]}-${key[2]}`
}
