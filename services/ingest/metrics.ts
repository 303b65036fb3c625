import type { GroupMeasure } from '@athar/ledger/ledger.ts'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What the ledger tells Prometheus. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #events: Counter
  readonly #groups: Histogram
  readonly #writes: Histogram

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
    this.#events = new Counter({
      name: 'athar_events_recorded_total',
      help: 'Events written to the log since the start',
      registers: [this.#registry],
    })
    this.#groups = new Histogram({
      name: 'athar_group_events',
      help: 'Events written in one transaction',
      buckets: [1, 4, 16, 64, 256, 1_024, 4_096],
      registers: [this.#registry],
    })
    this.#writes = new Histogram({
      name: 'athar_group_write_seconds',
      help: 'From deciding on a group to having it on disk',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
      registers: [this.#registry],
    })
  }

  observeGroup({ events, writeMs }: GroupMeasure): void {
    this.#events.inc(events)
    this.#groups.observe(events)
    this.#writes.observe(writeMs / 1000)
  }

  /** The text that Prometheus reads, and its media type. */
  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.#registry.contentType, text: await this.#registry.metrics() }
  }
}
