import { streamOf } from '@athar/events/catalogue.ts'
import type { Position } from '@athar/events/envelope.ts'
import { haveAPart } from '@athar/events/movement/part-in-movement.ts'
import { phrase } from '@athar/events/phrases.ts'
import { problem } from '@athar/events/problems.ts'
import { negotiate } from '@athar/http/accept.ts'
import { everyRole, guard, keyOf } from '@athar/http/authentication.ts'
import { Refusal, retryAfterSeconds } from '@athar/http/problem-reply.ts'
import { queryOf, wholeNumberOf } from '@athar/http/query.ts'
import type { EventLogReader } from '@athar/infra/event-log/port.ts'
import type { KeyRecord, KeyStore } from '@athar/infra/key-store/port.ts'
import type { LedgerGate } from '@athar/ledger/remote/ledger-gate.ts'
import type { FastifyInstance } from 'fastify'
import { arrayItems, frameEvents, type PlacedEvent } from '../feed/framing.ts'
import { movementIn } from './recorded-movement.ts'

interface MovementServices {
  readonly ledger: LedgerGate
  readonly log: EventLogReader
  readonly keys: KeyStore
}

/** `GET /v1/movements/{id}/events`: what was recorded of a movement, for its parties and for who reads everything. */
export function addMovementEventsRoute(server: FastifyInstance, { ledger, log, keys }: MovementServices): void {
  /** What was recorded of a movement up to there; the rest may still be on its way to the disk. */
  async function recordedEvents(movement: string, head: Position): Promise<readonly PlacedEvent[]> {
    const events = await ledger.readStream(streamOf('movement', movement))
    return events.filter(({ position }) => position <= head)
  }

  async function mayRead(key: KeyRecord, events: readonly PlacedEvent[]): Promise<boolean> {
    if (key.role !== 'party') return true
    return haveAPart(key.organisations, movementIn(events), sites => ledger.holdersOf(sites))
  }

  server.get<{ Params: { id: string } }>(
    '/v1/movements/:id/events',
    { onRequest: guard(keys, everyRole) },
    async (request, reply) => {
      negotiate(request, ['application/json'])
      const { minPosition } = queryOf(request, ['minPosition'])
      const asked = wholeNumberOf('minPosition', minPosition, { otherwise: 0 })
      const { id } = request.params
      const head = await log.head()
      // The log has all that was acknowledged: nobody waits for a position that he was told.
      if (head < asked) throw new Refusal(problem('view-behind', { position: head, asked, seconds: retryAfterSeconds }))
      const events = await recordedEvents(id, head)
      // Who has no part in it learns no more than that there is nothing for him.
      if (events.length === 0 || !(await mayRead(keyOf(request), events)))
        throw new Refusal(problem('not-found', { what: phrase('movement', { name: id.slice(0, 64) }) }))
      const items = frameEvents(events, arrayItems, { isFirst: true })
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('athar-position', String(head))
        .send(Buffer.concat([Buffer.from('{"items":['), items, Buffer.from(']}')]))
    },
  )
}
