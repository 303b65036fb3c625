import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoundLog } from '../sound-log.ts'
import { filesOf, injecting, wasInjected, whyNoInjection } from '../testing/strace.ts'
import { SqliteEventLog } from './sqlite-event-log.ts'
import type { AppendingReport } from './testing/appending-process.ts'

const program = join(import.meta.dirname, 'testing', 'appending-process.ts')
const endsWithinMs = 20_000
/** More system calls of a kind than one run makes: a bound on the search for the last one. */
const callsMax = 200

type Told = Extract<AppendingReport, { kind: 'failed' }>['reason']

/** SQLite calls a page of the write-ahead log that it cannot read malformed: that is `other`, and only for reads. */
const writeFailures: readonly Told[] = ['disk-full', 'io-error', 'sync-failed']

interface Failure {
  readonly name: string
  readonly syscall: string
  readonly error: 'ENOSPC' | 'EIO'
  /** From the n-th on: a disk that stays full. */
  readonly andAfter?: true
  /** A new log, or one whose writer was killed: opening it recovers what is in the write-ahead log. */
  readonly log: 'new' | 'left behind'
  /** What somebody was told, for at least one n. */
  readonly told?: Told
}

const failures: readonly Failure[] = [
  { name: 'write of a new log (ENOSPC)', log: 'new', syscall: 'pwrite64', error: 'ENOSPC', told: 'disk-full' },
  {
    name: 'write of a new log (ENOSPC, and every one after it)',
    log: 'new',
    syscall: 'pwrite64',
    error: 'ENOSPC',
    andAfter: true,
    told: 'disk-full',
  },
  { name: 'write of a new log (EIO)', log: 'new', syscall: 'pwrite64', error: 'EIO', told: 'io-error' },
  { name: 'sync of a new log (EIO)', log: 'new', syscall: 'fsync', error: 'EIO', told: 'sync-failed' },
  { name: 'sync of a new log (ENOSPC)', log: 'new', syscall: 'fsync', error: 'ENOSPC', told: 'sync-failed' },
  { name: 'data sync of a new log (EIO)', log: 'new', syscall: 'fdatasync', error: 'EIO' },
  { name: 'truncation of a new log (EIO)', log: 'new', syscall: 'ftruncate', error: 'EIO' },
  { name: 'opening of a new log (ENOSPC)', log: 'new', syscall: 'openat', error: 'ENOSPC', told: 'not a LogFailure' },
  { name: 'opening of a new log (EIO)', log: 'new', syscall: 'openat', error: 'EIO', told: 'not a LogFailure' },
  { name: 'removal of a new log (EIO)', log: 'new', syscall: 'unlink', error: 'EIO' },
  { name: 'read of a new log (EIO)', log: 'new', syscall: 'pread64', error: 'EIO' },
  { name: 'mapping of a new log (EIO)', log: 'new', syscall: 'mmap', error: 'EIO', told: 'not a LogFailure' },
  {
    name: 'write of a log that was left behind (ENOSPC)',
    log: 'left behind',
    syscall: 'pwrite64',
    error: 'ENOSPC',
    told: 'disk-full',
  },
  {
    name: 'sync of a log that was left behind (EIO)',
    log: 'left behind',
    syscall: 'fsync',
    error: 'EIO',
    told: 'sync-failed',
  },
  {
    name: 'read of a log that was left behind (EIO)',
    log: 'left behind',
    syscall: 'pread64',
    error: 'EIO',
    told: 'not a LogFailure',
  },
]

const whyNot = whyNoInjection()
if (whyNot !== undefined) console.warn(`skipped, a disk that fails at its n-th operation: ${whyNot}`)

describe.skipIf(whyNot !== undefined)('a disk that fails at its n-th', { timeout: 120_000 }, () => {
  let template = ''

  beforeAll(async () => {
    template = await mkdtemp(join(tmpdir(), 'athar-disk-'))
    await appendIn([], join(template, 'log.sqlite'), 'vanish')
  })

  afterAll(() => rm(template, { recursive: true }))

  test.concurrent.each(failures)('$name loses nothing, for every n', async failure => {
    const told = new Set<string>()
    let nth = 1
    for (; nth < callsMax; nth++) {
      const run = await survive(failure, nth, template)
      for (const report of run.reports) if (report.kind === 'failed') told.add(report.reason)
      if (!run.wasInjected) break
    }
    expect(nth).toBeLessThan(callsMax)
    if (failure.told !== undefined) expect(told).toContain(failure.told)
    console.info(`${failure.name}: ${nth - 1} places; told: ${[...told].join(', ') || 'nobody'}`)
  })
})

/** One run in which the n-th call fails, if there are so many. Throws when something was lost. */
async function survive({ syscall, error, andAfter, log }: Failure, nth: number, template: string) {
  const folder = await mkdtemp(join(tmpdir(), 'athar-disk-'))
  try {
    const file = join(folder, 'data', 'log.sqlite')
    if (log === 'left behind') await cp(template, join(folder, 'data'), { recursive: true })
    const traceFile = join(folder, 'trace')
    const under = injecting({
      syscall,
      error,
      nth,
      andAfter: andAfter ?? false,
      paths: [...filesOf(file), dirname(file)],
      traceFile,
    })
    const reports = await appendIn(under, file)
    expectHonesty(reports, syscall === 'pread64' ? [...writeFailures, 'other'] : writeFailures)
    await expectToHold(file, reports)
    return { reports, wasInjected: await wasInjected(traceFile) }
  } catch (broken) {
    throw new Error(`${syscall} number ${nth} fails with ${error}`, { cause: broken })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function appendIn(under: readonly string[], file: string, ending = 'close'): Promise<readonly AppendingReport[]> {
  const [command = '', ...words] = [...under, process.execPath, program, file, ending]
  const child = spawn(command, words, { timeout: endsWithinMs })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  expect({ code, complained }).toEqual({ code: 0, complained: '' }) // it lived, and had no other failure than it reported
  // The lines of appending-process.ts.
  return said.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as AppendingReport]))
}

/** Failures say why; after a failed sync nothing is acknowledged any more. */
function expectHonesty(reports: readonly AppendingReport[], allowed: readonly Told[]): void {
  let isUnknown = false
  for (const report of reports) {
    if (report.kind === 'acknowledged') {
      expect(isUnknown).toBe(false)
      continue
    }
    expect(report.message).not.toBe('')
    if (report.step === 'append') expect(isUnknown ? ['closed'] : allowed).toContain(report.reason)
    isUnknown ||= report.reason === 'sync-failed'
  }
}

/** What was acknowledged is there after opening again, the log is sound, and it goes on. */
async function expectToHold(file: string, reports: readonly AppendingReport[]): Promise<void> {
  const log = await SqliteEventLog.open(file)
  const sound = new SoundLog()
  await sound.read(log)
  for (const report of reports)
    if (report.kind === 'acknowledged')
      expect(report.positions.map(position => sound.at(position)?.id)).toEqual(report.ids)
  const next = sound.head + 1
  const json = '{"stream":"lot-NEXT","revision":0,"event":{"id":"next"}}'
  expect(await log.append([{ stream: 'lot-NEXT', revision: 0, json }])).toEqual([next])
  await log.close()
  const database = new DatabaseSync(file)
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
}
