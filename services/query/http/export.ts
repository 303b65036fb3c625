import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Position } from '@athar/events/envelope.ts'
import { watchKey } from '@athar/http/authentication.ts'
import { countIn } from '@athar/http/count-in.ts'
import { Outflow } from '@athar/http/outflow.ts'
import { Turns } from '@athar/http/turns.ts'
import type { IndexPlace } from '@athar/infra/view-store/port.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Column } from './csv.ts'
import { type Form, headersOf } from './forms.ts'
import type { Page, PageWanted } from './page.ts'
import type { ReadServices } from './read.ts'
import { rowsOf, rowsStart } from './rows.ts'

/** Items that are read and sent together: some milliseconds of work, after which others have their turn. */
const exportPageItems = 250

export interface Export {
  readonly form: Form
  readonly columns: readonly Column[]
  /** Reads a page, in a snapshot of its own. */
  readonly pages: (wanted: PageWanted) => Promise<Page<object> & { readonly position: Position }>
  readonly after?: IndexPlace
}

/**
 * One page of one export is read at a time, so that who asks meanwhile waits for one page, and not for one of each export. The
 * first page of each is read outside of this: until it is there, the answer may still be a problem.
 */
const reading = new Turns(1)

async function inTurn<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  await reading.take({ begins: false })
  try {
    await nextTurn()
    return await read()
  } finally {
    reading.leave()
  }
}

/**
 * Sends a whole list, page by page, no faster than its reader takes it. No snapshot is open while it waits for its reader. What
 * cannot be read from the start is a problem; what breaks off later is cut, so that nobody takes a part for the whole.
 */
export async function sendExport(
  request: FastifyRequest,
  reply: FastifyReply,
  { exports, keys }: Pick<ReadServices, 'exports' | 'keys'>,
  { form, columns, pages, after }: Export,
): Promise<void> {
  countIn(exports, request, reply, 'exports-full')
  const first = await pages({ limit: exportPageItems, ...(after && { after }) })

  reply.hijack() // fastify has no more part in it but to count it when it is over
  reply.raw.writeHead(200, {
    ...headersOf(form, first.position),
    'x-accel-buffering': 'no', // a proxy that collects the whole answer would undo the streaming
  })
  const out = new Outflow(reply.raw)
  const leaveKey = watchKey(request, keys, () => out.destroy())
  try {
    out.write(rowsStart(form, columns))
    for (let page = first; !out.isOver; ) {
      out.write(rowsOf(form, columns, page.items))
      if (page.next === undefined) return out.end()
      await out.ready()
      const after = page.next
      if (!out.isOver) page = await inTurn(() => pages({ limit: exportPageItems, after }))
    }
  } catch (error) {
    if (!out.isOver) request.log.error({ reqId: request.id, err: error }, 'an export broke off')
    out.destroy()
  } finally {
    leaveKey()
  }
}
