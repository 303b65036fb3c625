import { rejected, type Verdict } from '../submission.ts'
import type { WireExtra, WireVerdicts } from './messages.ts'

/** Verdicts as they cross from the thread of the ledger to its gate: written into columns here, read back there. */

/** A submission that is answered. */
export interface Answered {
  readonly number: number
  readonly verdicts: Verdict[]
}

export function columnsOf(answered: readonly Answered[]): WireVerdicts {
  const counts = answered.map(({ verdicts }) => verdicts.length)
  const columns = new VerdictColumns(counts.reduce((sum, each) => sum + each, 0))
  for (const { verdicts } of answered) for (const verdict of verdicts) columns.add(verdict)
  const { recordedAt, outcomes, positions, revisions, extras } = columns
  return { numbers: answered.map(({ number }) => number), counts, recordedAt, outcomes, positions, revisions, extras }
}

/** Verdict by verdict: V8 compiles what is called very often, sooner than what goes round very often. */
class VerdictColumns {
  readonly outcomes: Uint8Array
  readonly positions: Float64Array
  readonly revisions: Uint32Array
  readonly extras: WireExtra[] = []
  recordedAt = ''
  #index = 0

  constructor(count: number) {
    this.outcomes = new Uint8Array(count)
    this.positions = new Float64Array(count)
    this.revisions = new Uint32Array(count)
  }

  add(verdict: Verdict): void {
    const index = this.#index++
    if (verdict.outcome === 'rejected') {
      this.outcomes[index] = 2
      this.extras.push({ index, problem: verdict.problem })
      return
    }
    const { outcome, position, revision, recordedAt, warnings } = verdict
    this.outcomes[index] = outcome === 'recorded' ? 0 : 1
    this.positions[index] = position
    this.revisions[index] = revision
    if (this.recordedAt === '' && outcome === 'recorded') this.recordedAt = recordedAt
    const isOther = recordedAt !== this.recordedAt // of another group, or a duplicate
    if (isOther || warnings.length > 0)
      this.extras.push({ index, ...(isOther && { recordedAt }), ...(warnings.length > 0 && { warnings }) })
  }
}

/** Reads the verdicts of one submission after the other. */
export class VerdictReader {
  readonly #wire: WireVerdicts
  #next = 0
  #nextExtra = 0

  constructor(wire: WireVerdicts) {
    this.#wire = wire
  }

  /** The verdicts on the events of the next submission. */
  read(events: readonly { readonly id: string; readonly stream: string }[]): Verdict[] {
    return events.map(({ id, stream }) => this.#verdict(id, stream))
  }

  /** Passes the verdicts on a submission that nobody waits for. */
  skip(count: number): void {
    this.#next += count
    while ((this.#wire.extras[this.#nextExtra]?.index ?? this.#next) < this.#next) this.#nextExtra++
  }

  #verdict(id: string, stream: string): Verdict {
    const { outcomes, positions, revisions, recordedAt, extras } = this.#wire
    const index = this.#next++
    const found = extras[this.#nextExtra]
    const extra = found?.index === index ? found : undefined
    if (extra !== undefined) this.#nextExtra++
    if (extra?.problem !== undefined) return rejected(id, extra.problem)
    return {
      outcome: outcomes[index] === 0 ? 'recorded' : 'duplicate',
      id,
      stream,
      revision: revisions[index] ?? 0,
      position: positions[index] ?? 0,
      recordedAt: extra?.recordedAt ?? recordedAt,
      warnings: extra?.warnings ?? [],
    }
  }
}
