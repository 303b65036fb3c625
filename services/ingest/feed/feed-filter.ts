import { type RecordedEvent, readRecorded } from '@athar/events/envelope.ts'
import { type EventType, type Family, families } from '@athar/events/event-type.ts'
import { streamOf } from '@athar/infra/event-log/recorded-bytes.ts'
import type { PlacedEvent } from './framing.ts'

/** What a reader of the feed asks for; each that is given narrows it. */
export interface Wanted {
  readonly type?: { readonly name: string; readonly definition: EventType } | undefined
  readonly stream?: string | undefined
  /** Events that name this site, or register it. */
  readonly site?: string | undefined
}

/** Which events of the log a reader of the feed gets. */
export class FeedFilter {
  readonly #wanted: Wanted
  /** Bytes that an event must hold to be wanted, unless it writes its strings with escapes. */
  readonly #marks: readonly Buffer[]
  /** Families of streams that can hold what is wanted; `undefined` for all of them. */
  readonly families: readonly Family[] | undefined

  constructor(wanted: Wanted) {
    this.#wanted = wanted
    this.#marks = [wanted.type?.name, wanted.site].filter(mark => mark !== undefined).map(mark => Buffer.from(mark))
    const streamFamily = families.find(family => wanted.stream?.startsWith(`${family}-`))
    const family = streamFamily ?? wanted.type?.definition.family
    this.families = family === undefined ? undefined : [family]
  }

  get wantsAll(): boolean {
    const { type, stream, site } = this.#wanted
    return type === undefined && stream === undefined && site === undefined
  }

  get stream(): string | undefined {
    return this.#wanted.stream
  }

  /** Those of the events that are wanted, in the same order. */
  of(events: readonly PlacedEvent[]): readonly PlacedEvent[] {
    return this.wantsAll ? events : events.filter(stored => this.#isWanted(stored))
  }

  #isWanted({ position, bytes }: PlacedEvent): boolean {
    const { type, stream, site } = this.#wanted
    if (stream !== undefined && streamOf(bytes) !== stream) return false
    if (type === undefined && site === undefined) return true
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    // Most events fall here, without being parsed. A sender may write any character of a string as an escape.
    if (!this.#marks.every(mark => buffer.includes(mark)) && !buffer.includes(backslash)) return false
    const recorded = readRecorded(position, buffer.toString())
    return (
      (type === undefined || recorded.event.type === type.name) && (site === undefined || namesSite(recorded, site))
    )
  }
}

const backslash = 0x5c
const siteFields: ReadonlySet<string> = new Set(['site', 'fromSite', 'toSite'])

function namesSite({ stream, event }: RecordedEvent, site: string): boolean {
  return stream === `site-${site}` || hasField(event.data, site)
}

/** Whether a payload, or one within it as in a correction, names the site. Nesting is bounded by `limits.jsonDepthMax`. */
function hasField(value: unknown, site: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([field, inside]) => (siteFields.has(field) && inside === site) || hasField(inside, site),
  )
}
