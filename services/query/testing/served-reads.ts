import type { AddressInfo } from 'node:net'
import { OpenAnswers } from '@athar/http/open-answers.ts'
import { problemOf, sendProblem } from '@athar/http/problem-reply.ts'
import type { KeyHolder, KeyRecord, KeyStore } from '@athar/infra/key-store/port.ts'
import fastify from 'fastify'
import type { Read } from '../http/read.ts'
import type { ViewSource } from '../view-source.ts'

interface ServedOptions {
  readonly now?: () => number
  readonly exportsMax?: number
}

/** Reads as they answer over HTTP, on a free port. */
export class ServedReads {
  readonly url: string
  readonly port: number
  readonly exports: OpenAnswers
  readonly #keys: MemoryKeys
  readonly #close: () => Promise<void>

  static async start(
    reads: readonly Read[],
    source: ViewSource,
    { now = Date.now, exportsMax = 10 }: ServedOptions = {},
  ): Promise<ServedReads> {
    const server = fastify({ logger: false, forceCloseConnections: true })
    const keys = new MemoryKeys()
    const exports = new OpenAnswers(exportsMax)
    server.decorateRequest('key', null)
    server.setErrorHandler((error, request, reply) => sendProblem(request, reply, problemOf(error, request)))
    for (const read of reads) read.addTo(server, { keys, source, exports, now })
    await server.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.server.address() as AddressInfo // it listens on TCP
    return new ServedReads(port, exports, keys, () => server.close())
  }

  private constructor(port: number, exports: OpenAnswers, keys: MemoryKeys, close: () => Promise<void>) {
    this.url = `http://127.0.0.1:${port}`
    this.port = port
    this.exports = exports
    this.#keys = keys
    this.#close = close
  }

  /** A key that opens this. */
  key(holder: KeyHolder): string {
    return this.#keys.add(holder)
  }

  /** From now on this key opens nothing. */
  revoke(key: string): void {
    this.#keys.revoke(key)
  }

  /** Asks with a service key, unless another is given. */
  get(
    path: string,
    { key = this.key({ role: 'service' }), ...headers }: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${key}`, ...headers } })
  }

  /** Asks as a party of these organisations. */
  getAs(organisations: readonly string[], path: string): Promise<Response> {
    return this.get(path, { key: this.key({ role: 'party', organisations: new Set(organisations) }) })
  }

  stop(): Promise<void> {
    return this.#close()
  }
}

/** Keys that are their own tokens. */
class MemoryKeys implements Pick<KeyStore, 'authenticate'> {
  readonly #keys = new Map<string, KeyRecord>()
  #made = 0

  add(holder: KeyHolder): string {
    const id = `key-${++this.#made}`
    this.#keys.set(id, { ...holder, id, createdAtMs: 0 })
    return id
  }

  revoke(id: string): void {
    this.#keys.delete(id)
  }

  authenticate(token: string): KeyRecord | undefined {
    return this.#keys.get(token)
  }
}
