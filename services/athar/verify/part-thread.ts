import { parentPort, workerData } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import { openForReading } from '@athar/infra/event-log/sqlite/database.ts'
import { EndOfStreams } from './end-of-streams.ts'
import { type Finding, Findings } from './finding.ts'
import { checkPart, type Part } from './part.ts'

/** What a thread is started for. */
export interface PartOrder {
  readonly file: string
  readonly head: Position
  readonly part: Part
  /** The memory of an `EndOfStreams`. */
  readonly ends: SharedArrayBuffer
}

export type PartReply =
  | { readonly advanced: number }
  /** `failure`: what stopped the reading before the end. */
  | { readonly kept: readonly Finding[]; readonly count: number; readonly failure?: string }

/** A message for every so many events: a person watches it ten times a second. */
const eventsPerMessage = 2_000

const port = parentPort
if (port === null) throw new Error('a part is checked in a worker thread')
const { file, head, part, ends } = workerData as PartOrder // given by verify-log.ts

const findings = new Findings()
let advanced = 0
let failure: string | undefined
try {
  const database = openForReading(file)
  checkPart(database, head, part, new EndOfStreams(head, ends), findings, count => {
    advanced += count
    if (advanced < eventsPerMessage) return
    say({ advanced })
    advanced = 0
  })
  database.close()
} catch (error) {
  failure = error instanceof Error ? error.message : String(error)
}
say({ advanced })
say({ kept: findings.kept, count: findings.count, ...(failure !== undefined && { failure }) })

function say(reply: PartReply): void {
  port?.postMessage(reply)
}
