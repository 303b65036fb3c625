import { existsSync, readFileSync, statSync } from 'node:fs'
import { replaceDurably } from '@athar/infra/durable-file.ts'
import { LogInUse, WriterLock } from '@athar/infra/event-log/sqlite/writer-lock.ts'
import type { Decided, Decision, Rebuild, Resume, Skip } from '@athar/views/decisions.ts'
import { z } from 'zod'
import { exitCodes } from '../exit-codes.ts'
import { CommandFailure } from '../failure.ts'

/**
 * What people have decided about the views, a line of JSON each. It stands beside the log and not among the views: those can
 * be thrown away, and this is what they are folded by.
 */
const name = z.string().min(1).max(200)
const decided = {
  number: z.int().min(1),
  at: z.iso.datetime(),
  by: z.string().max(200),
  reason: z.string().max(2_000),
}
const skip = z.strictObject({
  kind: z.literal('skip'),
  projection: name,
  fold: name,
  position: z.int().min(1),
  key: z.string().optional(),
  ...decided,
})
const decision = z.discriminatedUnion('kind', [
  skip,
  z.strictObject({ kind: z.literal('resume'), projection: name, fold: name, wholeFold: z.boolean(), ...decided }),
  z.strictObject({ kind: z.literal('rebuild'), projections: z.array(name), ...decided }),
])

/** @throws CommandFailure when the file is there and is not what this wrote. */
export function readDecisions(file: string): readonly Decision[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => {
    const read = decision.safeParse(asJson(line))
    if (read.success && read.data.number === index + 1) return withoutAbsent(read.data)
    throw new CommandFailure(
      exitCodes.dataDamaged,
      `line ${index + 1} of ${file} is not a decision: restore the file from a backup, or remove the line`,
    )
  })
}

/**
 * Adds a decision. It is on disk when this returns.
 *
 * @throws CommandFailure when somebody else is adding one at this moment: of two that wrote the file anew, one would be lost.
 */
export function addDecision(file: string, what: Skip | Resume | Rebuild, who: Omit<Decided, 'number'>): Decision {
  const lock = lockOf(file)
  try {
    return append(file, what, who)
  } finally {
    lock.release()
  }
}

function lockOf(file: string): WriterLock {
  try {
    return WriterLock.take(`${file}-lock`)
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error
    throw new CommandFailure(exitCodes.unavailable, 'another decision is being written at this moment: try again')
  }
}

function append(file: string, what: Skip | Resume | Rebuild, who: Omit<Decided, 'number'>): Decision {
  const number = readDecisions(file).length + 1
  const added = { number, ...who, ...what }
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  replaceDurably(file, `${before}${JSON.stringify(added)}\n`)
  return added
}

/** Changes whenever the file does. */
export function decisionsMark(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.size} ${found.mtimeMs}`
}

function withoutAbsent(read: z.infer<typeof decision>): Decision {
  if (read.kind !== 'skip') return read
  const { key, ...rest } = read
  return key === undefined ? rest : { ...rest, key }
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
