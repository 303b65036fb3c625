import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SubmittedEvent } from '@athar/events/envelope.ts'
import type { DescribedRoutes } from '@athar/http/openapi/described-routes.ts'
import { routesOf } from '@athar/http/testing/printed-routes.ts'
import { SqliteLogReader } from '@athar/infra/event-log/sqlite/sqlite-log-reader.ts'
import { mintKey } from '@athar/infra/key-store/key-token.ts'
import type { KeyStore, NewKey } from '@athar/infra/key-store/port.ts'
import { openSqliteKeyStore } from '@athar/infra/key-store/sqlite/sqlite-key-store.ts'
import { type GateLimits, LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import pino from 'pino'
import { WriteWatch } from '../health/write-watch.ts'
import { Metrics } from '../metrics.ts'
import { buildServer } from '../server.ts'

export interface TestLedgerOptions extends Partial<GateLimits> {
  readonly bodyBytesMax?: number
  /** The read API, which another service brings. */
  readonly reads?: (keys: KeyStore) => DescribedRoutes
}

/** A ledger as it runs in earnest, over HTTP on a free port, in a folder that goes with it. */
export class TestLedger {
  readonly url: string
  readonly port: number
  readonly gate: LedgerGate
  readonly keys: KeyStore
  /** A key that may say and read everything. */
  readonly service: string
  /** `GET /v1/codes/{list}`, …: those that answer, without HEAD. */
  readonly routes: readonly string[]
  readonly #stop: () => Promise<void>

  static async start(options: TestLedgerOptions = {}): Promise<TestLedger> {
    const { eventsMax = 50_000, bytesMax = 2 ** 26, bodyBytesMax = 2 ** 26, reads } = options
    const folder = await mkdtemp(join(tmpdir(), 'athar-ingest-'))
    const logFile = join(folder, 'log.sqlite')
    const metrics = new Metrics()
    const logger = pino({ level: 'silent' })
    const writes = new WriteWatch(logger)
    const thread = new Worker(new URL('./ledger-thread.ts', import.meta.url), { workerData: { logFile } })
    let log: SqliteLogReader | undefined
    const gate = await LedgerGate.connect(
      thread,
      { eventsMax, bytesMax },
      {
        onFatal: failure => {
          throw failure
        },
        onHead: head => log?.announce(head),
        onGroup: measured => metrics.observeGroup(measured),
        onRefused: failure => writes.noteRefused(failure),
      },
    )
    const reader = new SqliteLogReader(logFile)
    log = reader
    const keys = openSqliteKeyStore(join(folder, 'keys.sqlite'))
    const server = buildServer({
      ledger: gate,
      log: reader,
      keys,
      logger,
      metrics,
      bodyBytesMax,
      writes,
      ...(reads && { reads: reads(keys) }),
    })
    await server.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.server.address() as AddressInfo // it listens on TCP
    const service = await createKey(keys, { role: 'service' })
    return new TestLedger(
      { port, gate, keys, service, routes: routesOf(server.printRoutes({ commonPrefix: false })) },
      async () => {
        await server.close()
        await gate.close()
        await reader.close()
        await keys.close()
        await rm(folder, { recursive: true, force: true })
      },
    )
  }

  private constructor(
    parts: Pick<TestLedger, 'port' | 'gate' | 'keys' | 'service' | 'routes'>,
    stop: () => Promise<void>,
  ) {
    this.port = parts.port
    this.url = `http://127.0.0.1:${parts.port}`
    this.gate = parts.gate
    this.keys = parts.keys
    this.service = parts.service
    this.routes = parts.routes
    this.#stop = stop
  }

  key(key: NewKey): Promise<string> {
    return createKey(this.keys, key)
  }

  party(...organisations: readonly string[]): Promise<string> {
    return this.key({ role: 'party', organisations: new Set(organisations) })
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.service}`, ...headers } })
  }

  post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, query = ''): Promise<Response> {
    return fetch(`${this.url}/v1/events${query}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
      headers: {
        authorization: `Bearer ${this.service}`,
        'content-type': 'application/cloudevents+json',
        ...headers,
      },
    })
  }

  /** Records events, and fails when one of them is not. */
  async record(...events: readonly SubmittedEvent[]): Promise<void> {
    const lines = events.map(event => JSON.stringify(event)).join('\n')
    const response = await this.post(lines, { 'content-type': 'application/x-ndjson' })
    const answer = await response.text()
    if (!answer.startsWith(`{"recorded":${events.length},`)) throw new Error(`not all was recorded: ${answer}`)
  }

  stop(): Promise<void> {
    return this.#stop()
  }
}

async function createKey(keys: KeyStore, key: NewKey): Promise<string> {
  const minted = mintKey()
  await keys.create(key, minted, Date.now())
  return minted.token
}
