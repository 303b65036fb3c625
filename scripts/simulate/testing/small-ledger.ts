import { deciders, streamOf } from '@athar/events/catalogue.ts'
import { codeLists } from '@athar/events/codes/code-lists.ts'
import { FoldedDirectory } from '@athar/events/directory/directory.ts'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { timeError } from '@athar/events/envelope.ts'
import { validateSubmitted } from '@athar/events/submitted.ts'
import type { WarningCode } from '@athar/events/warnings.ts'

/** What became of an event: with a refusal, why, as JSON. */
export type Taken =
  | { readonly outcome: 'recorded'; readonly warnings: readonly WarningCode[] }
  | { readonly outcome: 'duplicate' }
  | { readonly outcome: 'refused'; readonly why: string }

/** A ledger without disk, wire or speed: it holds the simulator to the rules of the real one, in the order of arrival. */
export class SmallLedger {
  readonly #states = new Map<string, unknown>()
  readonly #seen = new Map<string, string>()
  readonly #directory = new FoldedDirectory()

  take(event: SubmittedEvent, nowMs: number): Taken {
    const json = JSON.stringify(event)
    const valid = validateSubmitted(JSON.parse(json))
    if ('refused' in valid) return { outcome: 'refused', why: JSON.stringify(valid.refused) }
    const early = timeError(event.time, nowMs)
    if (early !== undefined) return { outcome: 'refused', why: JSON.stringify(early) }

    const { family } = valid.type
    const stream = streamOf(family, event.subject)
    const key = `${stream} ${event.id}`
    const seen = this.#seen.get(key)
    if (seen !== undefined)
      return seen === json ? { outcome: 'duplicate' } : { outcome: 'refused', why: `${key} with other content` }

    const decider = deciders[family]
    const state = this.#states.get(stream) ?? decider.initialState
    const context = { nowMs, speaker: { role: 'service' }, directory: this.#directory, codes: codeLists } as const
    const decision = decider.decide(state, valid.event, context)
    if ('refused' in decision) return { outcome: 'refused', why: JSON.stringify(decision.refused) }
    this.#seen.set(key, json)
    this.#states.set(stream, decider.evolve(state, valid.event))
    this.#directory.evolve(valid.event)
    return { outcome: 'recorded', warnings: decision.warnings.map(({ code }) => code) }
  }
}
