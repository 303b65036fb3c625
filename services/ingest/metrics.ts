import type { GroupMeasure } from '@athar/ledger/group-measure.ts'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CountedVerdicts } from './counted-verdicts.ts'
import type { ViewPosition, ViewsHealth } from './health/views-health.ts'
import { Tally } from './tally.ts'

/** What is read at the moment that Prometheus asks. */
export interface Readings {
  readonly queueEvents: () => number
  readonly bodyBytes: () => number
  readonly feeds: () => number
  readonly head: () => Promise<number>
  readonly refusingWrites: () => 0 | 1
}

/**
 * What the ledger tells Prometheus. Labels come from closed sets (routes, statuses, codes of the catalogue), so that no
 * caller can make them grow.
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #events: Counter
  readonly #groups: Histogram
  readonly #writes: Histogram
  readonly #clockBehind: Gauge
  readonly #connectionsTurnedAway: Counter
  readonly #requests: Tally<'route', 'status'>
  readonly #verdicts: Tally<'outcome', 'code'>
  #groupsWritten = 0

  constructor() {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#events = new Counter({
      name: 'athar_events_recorded_total',
      help: 'Events written to the log since the start',
      registers,
    })
    this.#groups = new Histogram({
      name: 'athar_group_events',
      help: 'Events written in one transaction',
      buckets: [1, 4, 16, 64, 256, 1_024, 4_096],
      registers,
    })
    this.#writes = new Histogram({
      name: 'athar_group_write_seconds',
      help: 'From deciding on a group to having it on disk',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
      registers,
    })
    this.#clockBehind = new Gauge({
      name: 'athar_clock_behind_seconds',
      help: 'How far the clock was behind the newest time in the log when last something was recorded',
      registers,
    })
    this.#connectionsTurnedAway = new Counter({
      name: 'athar_connections_turned_away_total',
      help: 'Connections closed at once because as many were open as this process may have',
      registers,
    })
    this.#requests = new Tally(
      'athar_http_requests_total',
      'Requests answered, by route and status',
      ['route', 'status'],
      registers,
    )
    this.#verdicts = new Tally(
      'athar_verdicts_total',
      'Verdicts given, by outcome; of those rejected also by the code of the problem',
      ['outcome', 'code'],
      registers,
    )
  }

  /** Groups written since the start. */
  get groupsWritten(): number {
    return this.#groupsWritten
  }

  observeGroup({ events, writeMs, clockBehindMs }: GroupMeasure): void {
    this.#groupsWritten++
    this.#events.inc(events)
    this.#groups.observe(events)
    this.#writes.observe(writeMs / 1000)
    this.#clockBehind.set(clockBehindMs / 1000)
  }

  countRequest(route: string, status: number): void {
    this.#requests.add(route, status)
  }

  countConnectionTurnedAway(): void {
    this.#connectionsTurnedAway.inc()
  }

  countVerdicts({ recorded, duplicates, rejectedFor }: CountedVerdicts): void {
    if (recorded > 0) this.#verdicts.add('recorded', '', recorded)
    if (duplicates > 0) this.#verdicts.add('duplicate', '', duplicates)
    for (const code of rejectedFor) this.#verdicts.add('rejected', code)
  }

  /** Adds what is read anew each time that Prometheus asks. */
  addReadings({ queueEvents, bodyBytes, feeds, head, refusingWrites }: Readings): void {
    this.#addGauge('athar_queue_events', 'Events waiting, being decided or being written', queueEvents)
    this.#addGauge('athar_body_bytes', 'Bytes of request bodies being read or decided on', bodyBytes)
    this.#addGauge('athar_feeds_open', 'Answers of the change feed being sent', feeds)
    this.#addGauge('athar_head_position', 'Position of the last event on disk', head)
    this.#addGauge('athar_log_refusing_writes', '1 when the log could not write what was sent last', refusingWrites)
  }

  /** Adds how far the views are, by projection. */
  addViews(views: ViewsHealth): void {
    const add = (name: string, help: string, read: (position: ViewPosition) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['projection'],
        registers: [this.#registry],
        collect() {
          for (const each of views.positions) this.set({ projection: each.projection }, read(each))
        },
      })
    add('athar_view_position', 'Position up to which a projection has folded the log', ({ position }) => position)
    add('athar_view_behind', 'Events on disk that a projection has not folded in', ({ behind }) => behind)
    add('athar_view_stopped', '1 when a projection has stopped and waits for a person', ({ isStopped }) =>
      isStopped ? 1 : 0,
    )
    this.#addGauge('athar_mass_sum_grams', 'All accounts of mass together: 0, or the books are wrong', () =>
      views.massSumGrams(),
    )
  }

  /** The text that Prometheus reads, and its media type. */
  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() }
  }

  /** A value that is `undefined` is not told. */
  #addGauge(name: string, help: string, read: () => number | Promise<number | undefined>): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      async collect() {
        const value = await read()
        if (value === undefined) this.remove()
        else this.set(value)
      },
    })
  }
}
