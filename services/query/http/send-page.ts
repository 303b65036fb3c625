import type { Position } from '@athar/events/envelope.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Column } from './csv.ts'
import type { Cursors } from './cursor.ts'
import { type Form, headersOf, jsonForm } from './forms.ts'
import type { Page } from './page.ts'
import { rowsOf, rowsStart } from './rows.ts'

interface PageToSend {
  readonly form: Form
  readonly columns: readonly Column[]
  readonly cursors: Cursors
  readonly page: Page<object> & { readonly position: Position }
}

/** Sends one page. Where it goes on is in `next`; for forms that have no place for that, in `Link` (RFC 8288). */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { form, columns, cursors, page: { items, next, position } }: PageToSend,
): FastifyReply {
  const cursor = next && cursors.write(next)
  reply.headers(headersOf(form, position))
  if (form === jsonForm) return reply.send(JSON.stringify({ items, next: cursor }))
  if (cursor !== undefined) reply.header('link', `<${addressWith(request, cursor)}>; rel="next"`)
  return reply.send(rowsStart(form, columns) + rowsOf(form, columns, items))
}

/** The same query, from a cursor on. */
function addressWith(request: FastifyRequest, cursor: string): string {
  const [path = '', ...query] = request.url.split('?') // only the first parts it: a value may have others
  const parameters = new URLSearchParams(query.join('?'))
  parameters.set('cursor', cursor)
  return `${path}?${parameters}`
}
