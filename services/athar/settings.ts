import { resolve } from 'node:path'
import { limits } from '@athar/events/limits.ts'
import { z } from 'zod'

/** One setting: `--flag` wins over its variable, which wins over the default. */
interface Setting<Value = unknown> {
  readonly variable: `ATHAR_${string}`
  /** As commander writes it: the flag and what stands for its value. */
  readonly flag: `--${string} <${string}>`
  /** In the words of a person: what values may be. */
  readonly allowed: string
  /** As a person would write it. */
  readonly default: string
  /** Reads what was written; rejects what is not allowed. */
  readonly schema: z.ZodType<Value, string>
  readonly what: string
  readonly why: string
  /** When to take another value, upwards or downwards, and what happens at the edge. */
  readonly change: string
}

const mebibyte = 1024 * 1024

/** Every setting there is. `athar settings` prints it, and a test holds the README to it. */
export const settingsTable = {
  port: {
    variable: 'ATHAR_PORT',
    flag: '--port <number>',
    allowed: 'a whole number from 0 to 65535',
    default: '8080',
    schema: wholeNumber(0, 65_535),
    what: 'the TCP port of the ledger',
    why: 'needs no privilege and is what people try first',
    change:
      'Take another when it is in use. 0 takes any free one, which the ledger prints. Below 1024 needs a privilege.',
  },
  host: {
    variable: 'ATHAR_HOST',
    flag: '--host <address>',
    allowed: 'an IP address or a host name of this machine',
    default: '127.0.0.1',
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
    what: 'the address that the ledger listens on',
    why: 'a new installation is open to nobody else',
    change: 'Take 0.0.0.0 (or ::) only behind a proxy that speaks TLS: keys travel in the header of each request.',
  },
  data: {
    variable: 'ATHAR_DATA',
    flag: '--data <folder>',
    allowed: 'a path to a folder',
    default: './data',
    schema: z
      .string()
      .regex(/^[^\0]{1,4096}$/)
      .transform(folder => resolve(folder)),
    what: 'the folder of the log and the keys',
    why: 'a first try leaves everything in one place, beside the program',
    change:
      'Take a folder on a local disk of its own, with room for 1 kB an event. Never a network share: SQLite needs its locks.',
  },
  logLevel: {
    variable: 'ATHAR_LOG_LEVEL',
    flag: '--log-level <level>',
    allowed: 'one of trace, debug, info, warn, error, fatal, silent',
    default: 'info',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    what: 'how much the process says of itself',
    why: 'starts, stops and troubles; no line for each request',
    change:
      'debug while searching for a cause: it costs throughput. warn where disk for logs is scarce. Keys are in no level.',
  },
  queueEventsMax: {
    variable: 'ATHAR_QUEUE_EVENTS_MAX',
    flag: '--queue-events-max <number>',
    allowed: `a whole number from ${limits.batchEventsMax} (one full batch) to 10000000`,
    default: '50000',
    schema: wholeNumber(limits.batchEventsMax, 10_000_000),
    what: 'events that may wait to be written',
    why: 'about a second of work: who waits longer does better to come back',
    change:
      'Raise it to swallow longer bursts, for memory and longer answers. Lower it for shorter ones. Beyond it callers get 503 with Retry-After.',
  },
  queueBytesMax: {
    variable: 'ATHAR_QUEUE_BYTES_MAX',
    flag: '--queue-bytes-max <bytes>',
    allowed: `bytes, such as 67108864 or 64MiB, from ${limits.bodyBytesMax / mebibyte}MiB (one full body) to 16GiB`,
    default: '64MiB',
    schema: byteCount(limits.bodyBytesMax, 16 * 1024 * mebibyte),
    what: 'bytes of events that may wait to be written',
    why: 'bounds memory even when every event is as large as allowed',
    change:
      'Raise it together with the events when memory is plenty. Lower it on small machines. Beyond it callers get 503 with Retry-After.',
  },
  nationalList: {
    variable: 'ATHAR_NATIONAL_LIST',
    flag: '--national-list <file>',
    allowed: 'a path to a file, or "none"',
    default: 'none',
    schema: z
      .string()
      .regex(/^[^\0]{1,4096}$/)
      .transform(file => (file === 'none' ? undefined : resolve(file))),
    what: 'the file of the national nomenclature of waste (decree 06-104)',
    why: 'the ministry provides the file; without it codes of the list "dz" are flagged as unknown',
    change:
      'Name the file as soon as there is one: events/codes/README.md has its format. A line that is wrong stops the start, with its number. Events keep the list and the code they were sent with; a new file holds from the next start.',
  },
  views: {
    variable: 'ATHAR_VIEWS',
    flag: '--views <on|off>',
    allowed: 'on or off',
    default: 'on',
    schema: z.enum(['on', 'off']).transform(value => value === 'on'),
    what: 'whether what follows from the log is kept: stock, lineage, registers, alerts',
    why: 'people look at views; they are folded beside the recording, in a thread of its own',
    change:
      'off while an old log is imported or a burst must be recorded on a small machine: reads of views then answer 503. On again, views go on from where they were.',
  },
  url: {
    variable: 'ATHAR_URL',
    flag: '--url <url>',
    allowed: 'an address that begins with http:// or https://',
    default: 'http://127.0.0.1:8080',
    schema: z.url({ protocol: /^https?$/ }).max(2_000),
    what: 'the ledger that commands speak to',
    why: 'is where "athar serve" listens unless it was told otherwise',
    change:
      'Name the ledger, or the proxy in front of it. Over a network take https only: keys travel in the header of each request.',
  },
  keyFile: {
    variable: 'ATHAR_KEY_FILE',
    flag: '--key-file <file>',
    allowed: 'a path to a file that holds a key',
    default: './data/authority.key',
    schema: z.string().regex(/^[^\0]{1,4096}$/),
    what: 'the file of the key that commands show to a ledger',
    why: 'is where a first start puts the key of the authority',
    change:
      'Name the file of a service key to send events for everybody: athar keys create --role service > service.key. A key is read from a file because flags and variables are seen by other processes.',
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settingsTable

export type Settings = { readonly [Name in SettingName]: z.output<(typeof settingsTable)[Name]['schema']> }

// `satisfies` has checked the keys; Object.keys forgets them.
export const settingNames = Object.keys(settingsTable) as SettingName[]

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
}

function byteCount(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,15}(?:KiB|MiB|GiB)?$/)
    .transform(bytesIn)
    .pipe(z.int().min(min).max(max))
}

function bytesIn(written: string): number {
  const factor = { KiB: 1024, MiB: mebibyte, GiB: 1024 * mebibyte }[written.slice(-3)] ?? 1
  return Number.parseInt(written, 10) * factor
}
