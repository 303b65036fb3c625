import type { SubmittedEvent } from '@athar/events/envelope.ts'
import { type Answer, type Door, type Form, type Posted, postEvents } from './post-events.ts'

/** Events to send: new ones, and first of all those that were sent and not answered, as real senders do. */
export class Outbox {
  readonly #source: Iterator<SubmittedEvent>
  #unanswered: SubmittedEvent[] = []

  constructor(source: Iterator<SubmittedEvent>) {
    this.#source = source
  }

  get unanswered(): number {
    return this.#unanswered.length
  }

  /** The next events, at most `count`. */
  take(count: number): readonly SubmittedEvent[] {
    const events = this.#unanswered.splice(0, count)
    while (events.length < count) {
      const next = this.#source.next()
      if (next.done === true) break
      events.push(next.value)
    }
    return events
  }

  putBack(events: readonly SubmittedEvent[]): void {
    this.#unanswered = [...events, ...this.#unanswered]
  }
}

/** One client: how it sends, and how many events at a time. */
export interface Sender {
  readonly form: Form
  readonly events: number
}

/** Single events, atomic batches and long ones beside each other. */
export const manySenders: readonly Sender[] = [
  { form: 'single', events: 1 },
  { form: 'single', events: 1 },
  { form: 'single', events: 1 },
  { form: 'atomic', events: 12 },
  { form: 'lines', events: 40 },
  { form: 'lines', events: 250 },
]

export interface Patience {
  /** Stops when it answers true, between two requests. */
  readonly isEnough?: () => boolean
  /** Refusals after which the events are sent again; any other is a failure of the test. */
  readonly mayRefuse?: (refusal: Extract<Posted, { kind: 'turned-away' }>) => boolean
}

/**
 * Sends until the ledger is gone. What was not answered goes back to the outbox. Throws when a request is turned away that
 * should not be: these senders stay far below what the queue of a ledger holds.
 */
export async function sendUntilGone(
  { form, events: count }: Sender,
  door: Door,
  outbox: Outbox,
  note: (answer: Answer) => void,
  { isEnough = () => false, mayRefuse = () => false }: Patience = {},
): Promise<void> {
  while (!isEnough()) {
    const events = outbox.take(count)
    if (events.length === 0) return
    const posted = await postEvents(door, events, form)
    if (posted.kind === 'answered') {
      for (const answer of posted.answers) note(answer)
      continue
    }
    outbox.putBack(events)
    if (posted.kind === 'lost') return
    if (!mayRefuse(posted)) throw new Error(`${form}: ${posted.status} ${posted.problem}`)
  }
}
