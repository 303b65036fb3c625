import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { Answer, Door, Form } from './post-events.ts'
import { postEvents } from './post-events.ts'

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

/**
 * Sends until the ledger is gone, or `isEnough`. What was not answered goes back to the outbox. Throws when the ledger turns
 * a request away: these senders stay far below what its queue holds.
 */
export async function sendUntilGone(
  sender: Sender,
  door: Door,
  outbox: Outbox,
  note: (answer: Answer) => void,
  isEnough: () => boolean = () => false,
): Promise<void> {
  while (!isEnough()) {
    const events = outbox.take(sender.events)
    if (events.length === 0) return
    const posted = await postEvents(door, events, sender.form)
    if (posted.kind === 'turned-away') throw new Error(`${sender.form}: ${posted.status} ${posted.problem}`)
    if (posted.kind === 'lost') {
      outbox.putBack(events)
      return
    }
    for (const answer of posted.answers) note(answer)
  }
}
