import type { Worker } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import type { GroupMeasure } from '../group-measure.ts'
import { LedgerUnavailable } from '../ledger-unavailable.ts'
import type { Line } from '../line.ts'
import type { Caller, SubmitOptions, Verdict } from '../submission.ts'
import type { FromLedger, ToLedger, WireFailure, WireStoredEvent, WireVerdicts } from './messages.ts'
import { Outgoing } from './outgoing.ts'
import { VerdictReader } from './verdict-columns.ts'

/** A valid event, and what is needed to answer for it. */
export interface AcceptableEvent extends Line {
  readonly id: string
  readonly stream: string
}

export interface GateLimits {
  /** Events waiting, being decided or being written. */
  readonly eventsMax: number
  /** Their JSON. */
  readonly bytesMax: number
}

export interface GateObserver {
  /** It is not known what is on disk: the process must end. */
  readonly onFatal: (failure: LedgerUnavailable) => void
  /** Events up to this position are on disk. */
  readonly onHead?: (head: Position) => void
  readonly onGroup?: (measured: GroupMeasure) => void
  /** The log could not write what a submission held: nothing of it is acknowledged. */
  readonly onRefused?: (failure: LedgerUnavailable) => void
}

/**
 * Events that are handed over before the turn is at its end. The ledger decides on them while HTTP reads the next ones: of
 * 64 senders of single events one half is then on its way to the disk, and the other on its way through HTTP. Half as many
 * make groups a fifth smaller, and each event 2 µs dearer.
 */
const handedOverAt = 32

/** The queue is full: nothing of the submission was taken. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy'
}

interface Unanswered {
  readonly events: readonly { readonly id: string; readonly stream: string }[]
  readonly bytes: number
  readonly resolve: (verdicts: Verdict[]) => void
  readonly reject: (failure: Error) => void
}

/**
 * The gate of the ledger, on the side of HTTP: bounds what is under way, hands it over, and puts the answers back
 * together. What is submitted in one turn travels together.
 */
export class LedgerGate {
  readonly #worker: Worker
  readonly #limits: GateLimits
  readonly #observer: GateObserver
  readonly #unanswered = new Map<number, Unanswered>()
  readonly #asked = new Map<number, PromiseWithResolvers<FromLedger>>()
  readonly #outgoing = new Outgoing()
  #events = 0
  #bytes = 0
  #lastQuestion = 0
  #isReady = false
  #isClosing = false
  #isGone = false
  #closed = Promise.withResolvers<void>()

  /** Connects to the ledger that `serveLedger` runs in a worker. Rejects when it cannot start. */
  static connect(worker: Worker, limits: GateLimits, observer: GateObserver): Promise<LedgerGate> {
    const gate = new LedgerGate(worker, limits, observer)
    return new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', () => reject(stopped()))
      worker.on('message', (message: FromLedger) => {
        if (message.kind === 'ready') resolve(gate)
        gate.#take(message)
      })
    })
  }

  private constructor(worker: Worker, limits: GateLimits, observer: GateObserver) {
    this.#worker = worker
    this.#limits = limits
    this.#observer = observer
    worker.on('error', error => this.#lose(error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => this.#lose('the ledger has stopped'))
  }

  /** True when a submission would be refused: ask before reading a body. */
  get isFull(): boolean {
    return this.#events >= this.#limits.eventsMax || this.#bytes >= this.#limits.bytesMax
  }

  /** Events waiting, being decided or being written. */
  get eventsUnderWay(): number {
    return this.#events
  }

  get isAlive(): boolean {
    return !this.#isGone
  }

  /**
   * Submits events that are valid. Resolves with a verdict for each, in order, once all of them are on disk. Rejects with
   * `LedgerBusy` when there is no room, with `LedgerUnavailable` when the log cannot write; nothing is then acknowledged.
   */
  submit(events: readonly AcceptableEvent[], caller: Caller, options: SubmitOptions = {}): Promise<Verdict[]> {
    if (events.length === 0) return Promise.resolve([])
    if (this.#isClosing || this.#isGone) return Promise.reject(stopped())
    let bytes = 0
    for (const { from, to } of events) bytes += to - from
    if (!this.#hasRoomFor(events.length, bytes)) return Promise.reject(new LedgerBusy('the queue is full'))
    this.#events += events.length
    this.#bytes += bytes
    if (this.#outgoing.isEmpty) setImmediate(() => this.#send())
    const number = this.#outgoing.add(events, caller, options.atomic ?? false)
    if (this.#outgoing.events >= handedOverAt) this.#send()
    const answerable = events.map(({ id, stream }) => ({ id, stream })) // lets go of the rest
    return new Promise((resolve, reject) => {
      this.#unanswered.set(number, { events: answerable, bytes, resolve, reject })
    })
  }

  /** The events of a stream, in order; empty when there is none. */
  async readStream(stream: string): Promise<readonly WireStoredEvent[]> {
    const answer = await this.#ask(number => ({ kind: 'read-stream', number, stream }))
    return answer.kind === 'stream' ? answer.events : []
  }

  /** The organisations that hold these sites; `undefined` for a site that is not registered. */
  async holdersOf(sites: readonly string[]): Promise<readonly (string | undefined)[]> {
    const answer = await this.#ask(number => ({ kind: 'holders', number, sites }))
    return answer.kind === 'holders' ? answer.organisations : []
  }

  /** Lets everything that was submitted be answered, then stops the ledger and closes its log. */
  async close(): Promise<void> {
    if (!this.#isClosing && !this.#isGone) {
      this.#isClosing = true
      this.#send()
      this.#say({ kind: 'close' })
    }
    await this.#closed.promise
  }

  /** Any submission fits when nothing is under way. */
  #hasRoomFor(events: number, bytes: number): boolean {
    if (this.#events === 0) return true
    return this.#events + events <= this.#limits.eventsMax && this.#bytes + bytes <= this.#limits.bytesMax
  }

  #send(): void {
    if (this.#outgoing.isEmpty) return
    const submissions = this.#outgoing.take()
    this.#say({ kind: 'submit', ...submissions }, [submissions.lines.memory])
  }

  #say(message: ToLedger, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer)
  }

  #ask(message: (number: number) => ToLedger): Promise<FromLedger> {
    if (this.#isClosing || this.#isGone) return Promise.reject(stopped())
    const number = ++this.#lastQuestion
    const answer = Promise.withResolvers<FromLedger>()
    this.#asked.set(number, answer)
    this.#say(message(number))
    return answer.promise
  }

  #take(message: FromLedger): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true
        this.#observer.onHead?.(message.head)
        return
      case 'answers':
        this.#observer.onHead?.(message.head)
        for (const measured of message.groups) this.#observer.onGroup?.(measured)
        this.#answer(message.verdicts)
        for (const failure of message.failures) this.#refuse(failure)
        return
      case 'stream':
      case 'holders':
        this.#asked.get(message.number)?.resolve(message)
        this.#asked.delete(message.number)
        return
      case 'not-read':
        this.#asked.get(message.number)?.reject(new Error(`the log cannot be read: ${message.message}`))
        this.#asked.delete(message.number)
        return
      case 'fatal':
        this.#observer.onFatal(new LedgerUnavailable(message.reason, message.message))
        return
      case 'closed':
        this.#isGone = true
        this.#refuseAll(stopped())
        this.#closed.resolve()
    }
  }

  #answer(wire: WireVerdicts): void {
    const reader = new VerdictReader(wire)
    for (const [index, number] of wire.numbers.entries()) {
      const submission = this.#leave(number)
      if (submission === undefined) reader.skip(wire.counts[index] ?? 0)
      else submission.resolve(reader.read(submission.events))
    }
  }

  #refuse({ number, reason, message }: WireFailure): void {
    const failure = new LedgerUnavailable(reason, message)
    this.#observer.onRefused?.(failure)
    this.#leave(number)?.reject(failure)
  }

  #leave(number: number): Unanswered | undefined {
    const submission = this.#unanswered.get(number)
    if (submission === undefined) return undefined
    this.#unanswered.delete(number)
    this.#events -= submission.events.length
    this.#bytes -= submission.bytes
    return submission
  }

  /** The thread is gone without having been asked to go. */
  #lose(message: string): void {
    if (this.#isGone) return
    this.#isGone = true
    const failure = new LedgerUnavailable('sync-failed', message)
    this.#refuseAll(failure)
    if (this.#isReady) this.#observer.onFatal(failure)
    this.#closed.resolve()
  }

  /** Nobody is left waiting for a thread that answers no more. */
  #refuseAll(failure: LedgerUnavailable): void {
    for (const number of [...this.#unanswered.keys()]) this.#leave(number)?.reject(failure)
    for (const { reject } of this.#asked.values()) reject(failure)
    this.#asked.clear()
  }
}

function stopped(): LedgerUnavailable {
  return new LedgerUnavailable('closed', 'the ledger has stopped')
}
