import { Worker } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import { SqliteViewStores } from '@athar/infra/view-store/sqlite/sqlite-view-stores.ts'
import type { ViewsHealth } from '@athar/ingest/health/views-health.ts'
import { balance } from '@athar/query/stock/balance.ts'
import type { Logger } from 'pino'
import { foldingYoungGenerationMb } from '../heaps.ts'
import type { FromViews, ToViews, ViewsThreadOptions } from './messages.ts'
import { reasonOf } from './news-in-words.ts'
import { troublesOf } from './troubles.ts'
import { ViewReadings } from './view-readings.ts'
import { ViewsStart } from './views-start.ts'

/** How long after the thread has ended by itself it is started again. */
const restartAfterMs = 2_000

/** The views of a running ledger: their thread, and the reading of them. Whatever happens to it, recording goes on. */
export class RunningViews implements ViewsHealth {
  readonly source: ViewReadings
  readonly #options: ViewsThreadOptions
  readonly #logger: Logger
  readonly #start = new ViewsStart()
  readonly #closed = Promise.withResolvers<void>()
  #thread: Worker | undefined
  #restart: NodeJS.Timeout | undefined
  /** Why the thread has ended, until it runs again. */
  #threadTrouble: string | undefined
  /** What the thread says goes wrong over and over. */
  #recurring: readonly string[] = []
  #head: Position = 0
  #isClosing = false

  /** `isOn`: they are kept, and are there as soon as the thread that `start` starts has them. */
  constructor(options: ViewsThreadOptions, isOn: boolean, logger: Logger) {
    this.#options = options
    this.#logger = logger
    if (!isOn) this.#start.end()
    this.source = new ViewReadings(new SqliteViewStores(options.viewsFolder), (store, why) =>
      this.#say({ kind: 'unusable', store, why }),
    )
  }

  /** Starts the thread. */
  start(): void {
    const thread = new Worker(new URL('./views-thread.ts', import.meta.url), {
      workerData: this.#options,
      name: 'views',
      resourceLimits: { maxYoungGenerationSizeMb: foldingYoungGenerationMb },
    })
    this.#thread = thread
    thread.on('message', (message: FromViews) => this.#take(message))
    thread.on('error', error => {
      this.#threadTrouble = `the thread of the views has failed and is started again: ${reasonOf(error)}`
      this.#recurring = []
      this.#start.end()
      this.#logger.error({ err: error }, this.#threadTrouble)
    })
    thread.on('exit', () => this.#ended())
  }

  /** Says that events up to this position are on disk. */
  announce(head: Position): void {
    this.#head = head
    this.#say({ kind: 'head', head })
  }

  get areStarting(): boolean {
    return !this.#start.isOver
  }

  get troubles(): readonly string[] {
    const ofThread = this.#threadTrouble === undefined ? [] : [this.#threadTrouble]
    return [...ofThread, ...this.#recurring, ...troublesOf(this.source.states)]
  }

  get positions(): ViewsHealth['positions'] {
    return this.source.states.map(({ name, serving, building }) => {
      const { position } = serving ?? building ?? { position: 0 }
      return {
        projection: name,
        position,
        behind: Math.max(0, this.#head - position),
        isStopped: (serving?.stopped ?? building?.stopped) !== undefined,
      }
    })
  }

  async massSumGrams(): Promise<number | undefined> {
    try {
      return await this.source.read('mass-ledger', async view => (await balance(view)).sumGrams)
    } catch {
      return undefined // why it cannot be read is among the troubles
    }
  }

  /** Lets the thread end after what it is storing. */
  async close(): Promise<void> {
    this.#isClosing = true
    clearTimeout(this.#restart)
    this.#start.end()
    this.#say({ kind: 'close' })
    if (this.#thread === undefined) this.#closed.resolve()
    await this.#closed.promise
    await this.source.close()
  }

  #ended(): void {
    this.#thread = undefined
    if (this.#isClosing) this.#closed.resolve()
    else this.#restart = setTimeout(() => this.start(), restartAfterMs)
  }

  #take(message: FromViews): void {
    switch (message.kind) {
      case 'states':
        this.#threadTrouble = undefined
        this.source.take(message.states)
        this.#start.take(message.states)
        return
      case 'said':
        this.#logger[message.level](message.text)
        return
      case 'troubles':
        for (const trouble of message.troubles) if (!this.#recurring.includes(trouble)) this.#logger.error(trouble)
        if (message.troubles.length === 0) this.#logger.info('the views are well again')
        this.#recurring = message.troubles
        this.#start.end()
        return
      case 'closed':
        this.#closed.resolve()
    }
  }

  #say(message: ToViews): void {
    this.#thread?.postMessage(message)
  }
}
