import type { ProblemCode } from '@athar/events/problems.ts'
import { negotiate } from '@athar/http/accept.ts'
import { guard } from '@athar/http/authentication.ts'
import { countIn } from '@athar/http/count-in.ts'
import { OpenAnswers } from '@athar/http/open-answers.ts'
import { refTo } from '@athar/http/openapi/responses.ts'
import type { z } from 'zod'
import { askedBy } from './asked.ts'
import { type Column, csvHeader, csvRows } from './csv.ts'
import { describeRead, routeOf } from './describe.ts'
import { csvForm, type Form, headersOf, jsonForm } from './forms.ts'
import type { Parameters } from './parameter.ts'
import type { NamedSchema, Read, ReadDefinition, Reading, Unchanging } from './read.ts'
import { inSnapshot } from './snapshot.ts'

/** What is asked, and whether anybody still waits for it. */
interface DocumentReading<Path extends Parameters, Query extends Parameters, Projection extends string>
  extends Reading<Path, Query, Projection> {
  /** True when the caller has gone: a read of several seconds need not go on. */
  readonly isAbandoned: () => boolean
}

/** A read that answers one document. */
export interface DocumentReadDefinition<
  Path extends Parameters,
  Query extends Parameters,
  Projection extends string,
  Schema extends z.ZodType,
> extends ReadDefinition<Path, Query, Projection> {
  readonly answer: NamedSchema<Schema>
  /** For a document that is about a list: the same list as CSV. */
  readonly table?: {
    readonly columns: readonly Column[]
    readonly rows: (answer: Unchanging<z.infer<Schema>>) => readonly object[]
  }
  /** For answers that take much memory: how many there may be at a time, and what is said to who comes then. */
  readonly crowd?: { readonly max: number; readonly full: ProblemCode }
  /** Finds the answer. Throws `notFound(…)` when there is none. */
  readonly read: (asked: DocumentReading<Path, Query, Projection>) => Promise<Unchanging<z.infer<Schema>>>
}

/** Makes a read that answers one document as JSON, and the list in it as CSV when it has a table. */
export function documentRead<
  const Path extends Parameters,
  const Query extends Parameters,
  const Projection extends string,
  Schema extends z.ZodType,
>(definition: DocumentReadDefinition<Path, Query, Projection, Schema>): Read {
  const { path, readers, projections, answer, table, crowd, read } = definition
  const forms: readonly Form[] = table === undefined ? [jsonForm] : [jsonForm, csvForm]

  return {
    path,
    operation: describeRead(
      definition,
      {
        [jsonForm]: { schema: refTo(answer.name) },
        ...(table && {
          [csvForm]: { schema: { type: 'string', description: `A row an item: ${table.columns.join()}` } },
        }),
      },
      crowd && { problems: [crowd.full] },
    ),
    schemas: { [answer.name]: answer.schema },
    addTo(server, { keys, source, now }) {
      const open = crowd && new OpenAnswers(crowd.max)
      server.get(routeOf(path), { onRequest: guard(keys, readers.roles) }, async (request, reply) => {
        const form = negotiate(request, forms)
        const { minPosition, ...asked } = askedBy(request, definition)
        if (open && crowd) countIn(open, request, reply, crowd.full)
        const [found, position] = await inSnapshot(source, { projections, minPosition }, async (views, position) => {
          const reading = { ...asked, views, position, nowMs: now(), isAbandoned: () => reply.raw.destroyed }
          await readers.check?.(reading)
          return [await read(reading), position] as const
        })
        reply.headers(headersOf(form, position))
        if (form === jsonForm || table === undefined) return reply.send(JSON.stringify(found))
        return reply.send(csvHeader(table.columns) + csvRows(table.columns, table.rows(found)))
      })
    },
  }
}
