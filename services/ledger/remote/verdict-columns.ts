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
  const count = counts.reduce((sum, each) => sum + each, 0)
  const outcomes = new Uint8Array(count)
  const positions = new Float64Array(count)
  const revisions = new Uint32Array(count)
  const extras: WireExtra[] = []
  let recordedAt = ''
  let index = 0
  for (const { verdicts } of answered) {
    for (const verdict of verdicts) {
      if (verdict.outcome === 'rejected') {
        outcomes[index] = 2
        extras.push({ index, problem: verdict.problem })
      } else {
        outcomes[index] = verdict.outcome === 'recorded' ? 0 : 1
        positions[index] = verdict.position
        revisions[index] = verdict.revision
        if (recordedAt === '' && verdict.outcome === 'recorded') recordedAt = verdict.recordedAt
        const isOther = verdict.recordedAt !== recordedAt // of another group, or a duplicate
        const { warnings } = verdict
        if (isOther || warnings.length > 0)
          extras.push({
            index,
            ...(isOther && { recordedAt: verdict.recordedAt }),
            ...(warnings.length > 0 && { warnings }),
          })
      }
      index++
    }
  }
  return { numbers: answered.map(({ number }) => number), counts, recordedAt, outcomes, positions, revisions, extras }
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
