import { setImmediate as nextTurn } from 'node:timers/promises'
import { limits } from '@athar/events/limits.ts'
import { phrase } from '@athar/events/phrases.ts'
import { type Problem, problem } from '@athar/events/problems.ts'
import type { BodyForm } from '@athar/http/media-types.ts'
import { Turns } from '@athar/http/turns.ts'
import { BodyText } from './body-text.ts'
import { type Item, readItem } from './read-item.ts'
import { lineBounds, oneLine, splitArray } from './split.ts'

/** Events read before other requests get a turn: a millisecond of work. */
const eventsPerTurn = 128

/** Bodies of more bytes are read one at a time. */
const longBodyBytes = 64 * 1024

/**
 * One long body is read at a time. Read all at once they would take as long together, and the garbage collector would
 * copy the events of all of them again and again meanwhile. Those that wait are bytes, which it does not touch.
 */
const longBodies = new Turns(1)

export type ReadItems = { readonly items: Item[] } | { readonly refused: Problem }

/**
 * The items of a body. A problem when the body as a whole is not what its media type says, or has too many of them. One
 * event is read at once: promises would cost it a tenth of its reading.
 */
export function readItems(bytes: Buffer, form: BodyForm, eventsMax: number): ReadItems | Promise<ReadItems> {
  return bytes.length <= longBodyBytes ? read(bytes, form, eventsMax) : readInTurn(bytes, form, eventsMax)
}

async function readInTurn(bytes: Buffer, form: BodyForm, eventsMax: number): Promise<ReadItems> {
  await longBodies.take({ begins: true })
  try {
    return await read(bytes, form, eventsMax)
  } finally {
    longBodies.leave()
  }
}

function read(bytes: Buffer, form: BodyForm, eventsMax: number): ReadItems | Promise<ReadItems> {
  const body = BodyText.of(bytes)
  if ('refused' in body) return body
  if (form === 'single') return { items: [readWhole(body)] }
  return form === 'lines' ? readLines(body, eventsMax) : readArray(body, eventsMax)
}

/** The one event of a body, where it lies when it is sent in one line. */
function readWhole(body: BodyText): Item {
  const text = body.read()
  const line = oneLine(text)
  return line === text ? readItem(text, { bytes: body.bytes, from: 0, to: body.bytes.length }) : readText(line)
}

async function readLines(body: BodyText, eventsMax: number): Promise<ReadItems> {
  const bounds = lineBounds(body.bytes, eventsMax)
  if (bounds.length > 2 * eventsMax) return tooMany(eventsMax)
  const items: Item[] = []
  for (let at = 0; at < bounds.length; at += 2) {
    if (at > 0 && at % (2 * eventsPerTurn) === 0) await nextTurn()
    items.push(readLine(body, bounds[at] ?? 0, bounds[at + 1] ?? 0))
  }
  return { items }
}

/** An event where it lies in the body, in one line: a carriage return that stands alone becomes a space. */
export function readLine(body: BodyText, from: number, to: number): Item {
  const text = body.read(from, to)
  return text.includes('\r') ? readText(oneLine(text)) : readItem(text, { bytes: body.bytes, from, to })
}

async function readArray(body: BodyText, eventsMax: number): Promise<ReadItems> {
  const texts = splitArray(body.read(), eventsMax)
  if (texts === undefined) return { refused: problem('not-json', { reason: phrase('not-an-array') }) }
  if (texts.length > eventsMax) return tooMany(eventsMax)
  const items: Item[] = []
  for (const text of texts) {
    if (items.length > 0 && items.length % eventsPerTurn === 0) await nextTurn()
    items.push(readText(text))
  }
  return { items }
}

/** An event whose bytes are not in the body as they are recorded. */
function readText(text: string): Item {
  const bytes = Buffer.from(text)
  return readItem(text, { bytes, from: 0, to: bytes.length })
}

function tooMany(eventsMax: number): { readonly refused: Problem } {
  return { refused: problem('body-too-large', { limit: eventsMax, unit: phrase('events') }) }
}

/** Events that one request may hold. */
export function eventsMaxOf(atomic: boolean): number {
  return atomic ? limits.atomicBatchEventsMax : limits.batchEventsMax
}
