import type { Position } from '@athar/events/envelope.ts'
import { limits } from '@athar/events/limits.ts'
import { negotiate } from '@athar/http/accept.ts'
import { guard } from '@athar/http/authentication.ts'
import { refTo } from '@athar/http/openapi/responses.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Asked, askedBy } from './asked.ts'
import type { Column } from './csv.ts'
import { cursorParameter, cursorsOf } from './cursor.ts'
import { describeRead, routeOf } from './describe.ts'
import { sendExport } from './export.ts'
import { csvForm, type Form, jsonForm, linesForm } from './forms.ts'
import type { Page, PageWanted } from './page.ts'
import { optional, type Parameters, parameterValues } from './parameter.ts'
import { wholeNumber } from './parameters.ts'
import type { NamedSchema, Read, ReadDefinition, Reading, ReadServices, Unchanging } from './read.ts'
import { sendPage } from './send-page.ts'
import { inSnapshot } from './snapshot.ts'

/** A read that answers a list. */
export interface ListReadDefinition<
  Path extends Parameters,
  Query extends Parameters,
  Projection extends string,
  Schema extends z.ZodType<object>,
> extends ReadDefinition<Path, Query, Projection> {
  readonly item: NamedSchema<Schema>
  /** The name of `{items, next}` in the description. */
  readonly pageName: string
  readonly columns: readonly Column[]
  /** Finds a page. Throws `notFound(…)` when the list itself is not there. */
  readonly read: (
    asked: Reading<Path, Query, Projection>,
    wanted: PageWanted,
  ) => Promise<Page<Unchanging<z.infer<Schema>>>>
}

/** A page, and where the view stood that it was read from. */
export interface PlacedPage<Item> extends Page<Item> {
  readonly position: Position
}

const forms: readonly Form[] = [jsonForm, csvForm, linesForm]
const pageParameters = {
  limit: optional(
    wholeNumber(
      `The most items. A JSON page has ${limits.pageItemsDefault} when it is not given; CSV and NDJSON have all there are.`,
      { min: 1, max: limits.pageItemsMax },
    ),
  ),
  cursor: cursorParameter,
}

const nextPageHeader = {
  Link: {
    description:
      'Where a page of CSV or NDJSON goes on, `<address>; rel="next"` (RFC 8288); absent at the end, and from JSON',
    schema: { type: 'string' },
  },
}

/** Makes a read that answers a list: as pages, and as an export of any size when CSV or NDJSON is asked for without `limit`. */
export function listRead<
  const Path extends Parameters,
  const Query extends Parameters,
  const Projection extends string,
  Schema extends z.ZodType<object>,
>(definition: ListReadDefinition<Path, Query, Projection, Schema>): Read {
  const { path, readers, projections, item, pageName, columns, read } = definition

  async function readPage(
    { source, now }: ReadServices,
    { minPosition, ...asked }: Asked<Path, Query>,
    wanted: PageWanted,
  ): Promise<PlacedPage<Unchanging<z.infer<Schema>>>> {
    return inSnapshot(source, { projections, minPosition }, async (views, position) => {
      const reading = { ...asked, views, position, nowMs: now() }
      await readers.check?.(reading)
      return { ...(await read(reading, wanted)), position }
    })
  }

  async function answer(services: ReadServices, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const form = negotiate(request, forms)
    const asked = askedBy(request, definition, pageParameters)
    // Nothing but texts under known names has come through the line above.
    const { limit, cursor } = parameterValues(pageParameters, request.query as Readonly<Record<string, string>>)
    const cursors = cursorsOf(path, request)
    const place = cursors.read(cursor)
    const after = place && { after: place }
    if (form === jsonForm || limit !== undefined || request.method === 'HEAD') {
      const page = await readPage(services, asked, { limit: limit ?? limits.pageItemsDefault, ...after })
      return sendPage(request, reply, { form, columns, cursors, page })
    }
    const pages = (wanted: PageWanted) => readPage(services, asked, wanted)
    return sendExport(request, reply, services, { form, columns, pages, ...after })
  }

  return {
    path,
    operation: describeRead(
      { ...definition, queryParameters: { ...definition.queryParameters, ...pageParameters } },
      {
        [jsonForm]: { schema: refTo(pageName) },
        [csvForm]: { schema: { type: 'string', description: `A row an item: ${columns.join()}` } },
        [linesForm]: { schema: { type: 'string', description: `A ${item.name} a line` } },
      },
      { headers: nextPageHeader, problems: ['exports-full'] },
    ),
    schemas: { [item.name]: item.schema, [pageName]: pageOf(item.schema) },
    addTo(server, services) {
      const onRequest = guard(services.keys, readers.roles)
      server.get(routeOf(path), { onRequest }, (request, reply) => answer(services, request, reply))
    },
  }
}

function pageOf(item: z.ZodType): z.ZodType {
  return z.strictObject({
    items: z.array(item),
    next: z.string().optional().describe('What to send as "cursor" for the items after these; absent after the last'),
  })
}
