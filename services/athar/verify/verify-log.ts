import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import type { Position } from '@athar/events/envelope.ts'
import { foreignParts, openForReading } from '@athar/infra/event-log/sqlite/database.ts'
import { exitCodes } from '../exit-codes.ts'
import { asReadFailure } from '../opened-log.ts'
import { runThreads } from '../run-threads.ts'
import { type Finding, Findings } from './finding.ts'
import { type FrameSurvey, surveyFrames } from './frames.ts'
import { checkPart } from './part.ts'
import type { PartOrder, PartReply } from './part-thread.ts'

export interface VerifyOptions {
  /** Also lets SQLite look at the file itself (`PRAGMA integrity_check`). */
  readonly integrityCheck: boolean
  /** Threads that check at the same time. A small log is checked in the one that is there. */
  readonly threads: number
  /** Told how many events there are before it begins, and how many were checked since the last time. */
  readonly start: (events: number) => void
  readonly advance: (events: number) => void
  /** For tests: how many events of streams under way one part may hold in memory. */
  readonly openEventsPerPart?: number
}

export interface Verification {
  readonly head: Position
  readonly events: number
  readonly streams: number
  /** In order of position; the first thousand of a damaged log. */
  readonly findings: readonly Finding[]
  /** All of them, also those that were not kept. */
  readonly found: number
}

/** Some 1.5 kB each as JavaScript holds it: 300 MB a thread at most, when the log is as unlike life as it can be. */
const openEventsPerPartMax = 200_000
/** To start a thread takes as long as to check so many events. */
const threadWorthEvents = 30_000

/**
 * Reads a log again from its first byte to its last and says what is not as the ledger writes it. It trusts nothing that
 * the file says of itself but its hashes: whoever can write the file can also write hashes that fit. It reads beside a writer;
 * what is appended meanwhile is not looked at.
 *
 * Costs: two walks over the frames (50 bytes an event), then as many walks over all blocks as there are parts, of which
 * `threads` run at a time. There are more parts than threads only when the open streams would not fit in memory.
 *
 * @throws CommandFailure when the file cannot be opened for another reason than what is in it.
 */
export async function verifyLog(file: string, options: VerifyOptions): Promise<Verification> {
  const findings = new Findings()
  const database = opened(file, findings)
  if (database === undefined) return verification(0, 0, findings)
  try {
    if (options.integrityCheck) checkFile(database, findings)
    checkParts(database, findings)
    const head = headOf(database, findings)
    const survey = guarded(findings, () => surveyFrames(database, head, findings))
    if (survey === undefined) return verification(0, 0, findings)
    options.start(head)
    await checkContents(file, database, head, survey, findings, options)
    return verification(head, survey.streams, findings)
  } finally {
    database.close()
  }
}

function opened(file: string, findings: Findings): DatabaseSync | undefined {
  try {
    return openForReading(file)
  } catch (error) {
    const failure = asReadFailure(error, 'the file cannot be opened as a log')
    if (failure.exitCode !== exitCodes.dataDamaged) throw failure
    findings.add(0, 'file', failure.message)
    return undefined
  }
}

function verification(head: Position, streams: number, findings: Findings): Verification {
  const inOrder = [...findings.kept].sort((one, other) => one.position - other.position)
  return { head, events: head, streams, findings: inOrder, found: findings.count }
}

/** As the last block says it, whatever else is wrong. */
function headOf(database: DatabaseSync, findings: Findings): Position {
  const last = guarded(findings, () =>
    database.prepare('SELECT first_position + count - 1 AS head FROM block ORDER BY first_position DESC LIMIT 1').get(),
  )
  return Math.max(0, Number(last?.head ?? 0))
}

function checkFile(database: DatabaseSync, findings: Findings): void {
  guarded(findings, () => {
    for (const { integrity_check: said } of database.prepare('PRAGMA integrity_check').iterate())
      if (said !== 'ok') findings.add(0, 'file', `SQLite says: ${said}`)
  })
}

function checkParts(database: DatabaseSync, findings: Findings): void {
  guarded(findings, () => {
    for (const part of foreignParts(database))
      findings.add(0, 'file', `it has what no ledger has put there: ${part.slice(0, 200)}`)
  })
}

/** What SQLite cannot read is a finding: of the file, because it does not say where. */
function guarded<Result>(findings: Findings, work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    unreadable(findings, error instanceof Error ? error.message : String(error))
    return undefined
  }
}

function unreadable(findings: Findings, message: string): void {
  const found = `the file cannot be read to its end: ${message}; what lies behind was not looked at`
  if (findings.kept.some(finding => finding.found === found)) return // the threads meet the same page
  findings.add(0, 'file', found)
}

async function checkContents(
  file: string,
  database: DatabaseSync,
  head: Position,
  { ends, openEventsMax }: FrameSurvey,
  findings: Findings,
  options: VerifyOptions,
): Promise<void> {
  const { threads, advance, openEventsPerPart = openEventsPerPartMax } = options
  const leastParts = Math.ceil(openEventsMax / openEventsPerPart)
  if (head <= threadWorthEvents && leastParts <= 1) {
    guarded(findings, () => checkPart(database, head, { number: 0, of: 1 }, ends, findings, advance))
    return
  }
  const parts = Math.max(threads, leastParts)
  let next = 0
  async function takeParts(): Promise<void> {
    for (let number = next++; number < parts; number = next++)
      await checkInThread({ file, head, part: { number, of: parts }, ends: ends.shared }, findings, advance)
  }
  await Promise.all(Array.from({ length: threads }, takeParts))
}

async function checkInThread(order: PartOrder, findings: Findings, advance: (events: number) => void): Promise<void> {
  const thread = new Worker(new URL('./part-thread.ts', import.meta.url), { workerData: order, name: 'verify' })
  thread.on('message', (reply: PartReply) => {
    if ('advanced' in reply) {
      advance(reply.advanced)
      return
    }
    findings.take(reply.kept, reply.count)
    if (reply.failure !== undefined) unreadable(findings, reply.failure)
  })
  await runThreads([thread])
}
